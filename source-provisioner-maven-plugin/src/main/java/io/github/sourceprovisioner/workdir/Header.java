package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of the form {@code key: value}; a key may occur more than once. */
final class Header {

  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException if one has another form
   */
  Header(List<String> lines) {
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("no key: value");
      }
      values.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1]);
    }
  }

  /** The lines that {@link #id()} reads. */
  static List<String> of(ComponentId id) {
    return List.of("type: " + id.type(), "stack: " + id.stack(), "component: " + id.name());
  }

  ComponentId id() {
    return new ComponentId(one("type"), one("stack"), one("component"));
  }

  /**
   * The value of a key that has exactly one.
   *
   * @throws IllegalArgumentException if it has not
   */
  String one(String key) {
    List<String> found = all(key);
    if (found.size() != 1) {
      throw new IllegalArgumentException("not exactly one " + key);
    }
    return found.get(0);
  }

  /** Every value of a key in order. */
  List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }
}
