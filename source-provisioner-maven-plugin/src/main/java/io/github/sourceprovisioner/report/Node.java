package io.github.sourceprovisioner.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON and YAML have in common: a document before it is written. */
sealed interface Node {

  /** A value that is absent. */
  Node NULL = new Bare("null");

  /** A string. */
  record Text(String value) implements Node {}

  /** A number, a boolean or null, as JSON spells it. */
  record Bare(String literal) implements Node {}

  /** A list. */
  record Sequence(List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys and values in a fixed order. */
  record Mapping(Map<String, Node> entries) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }
}
