package io.github.sourceprovisioner.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects the keys of one object in the order in which they are to be written. */
final class Fields {

  private final Map<String, Node> entries = new LinkedHashMap<>();

  Fields with(String key, Node value) {
    entries.put(key, value);
    return this;
  }

  Fields with(String key, String value) {
    return with(key, new Node.Text(value));
  }

  Fields with(String key, long value) {
    return with(key, new Node.Bare(Long.toString(value)));
  }

  /** Absent is null, never a missing key: readers find every key in every object. */
  Fields with(String key, Optional<String> value) {
    return with(key, value.<Node>map(Node.Text::new).orElse(Node.NULL));
  }

  Fields with(String key, Collection<String> values) {
    return with(key, new Node.Sequence(values.stream().<Node>map(Node.Text::new).toList()));
  }

  Node.Mapping done() {
    return new Node.Mapping(entries);
  }
}
