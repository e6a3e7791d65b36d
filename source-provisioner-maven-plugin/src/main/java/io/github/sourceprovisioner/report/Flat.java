package io.github.sourceprovisioner.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An object as one level of keys and texts: nested keys joined by dots, null left out. */
final class Flat {

  private Flat() {}

  static Map<String, String> of(Node.Mapping mapping) {
    Map<String, String> flat = new LinkedHashMap<>();
    mapping.entries().forEach((key, value) -> put(flat, key, value));
    return flat;
  }

  private static void put(Map<String, String> flat, String key, Node value) {
    if (value instanceof Node.Mapping mapping) {
      mapping.entries().forEach((inner, node) -> put(flat, key + "." + inner, node));
    } else if (!value.equals(Node.NULL)) {
      flat.put(key, text(value));
    }
  }

  private static String text(Node node) {
    if (node instanceof Node.Text text) {
      return text.value();
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(Flat::text).collect(Collectors.joining("; "));
    }
    return node instanceof Node.Bare bare ? bare.literal() : Json.write(node);
  }
}
