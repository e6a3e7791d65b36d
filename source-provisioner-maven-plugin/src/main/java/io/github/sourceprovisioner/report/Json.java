package io.github.sourceprovisioner.report;

import java.util.ArrayList;
import java.util.List;

/** Writes a document as JSON (RFC 8259), indented by two, in the order of its keys. */
final class Json {

  private Json() {}

  /** The document without a line break at its end. */
  static String write(Node node) {
    return value(node, "\n");
  }

  private static String value(Node node, String lineBreak) {
    if (node instanceof Node.Text text) {
      return Escape.json(text.value());
    }
    if (node instanceof Node.Bare bare) {
      return bare.literal();
    }
    List<String> parts = new ArrayList<>();
    if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, value) -> parts.add(Escape.json(key) + ": " + value(value, lineBreak + "  ")));
      return block("{", parts, lineBreak, "}");
    }
    for (Node item : ((Node.Sequence) node).items()) {
      parts.add(value(item, lineBreak + "  "));
    }
    return block("[", parts, lineBreak, "]");
  }

  private static String block(String open, List<String> parts, String lineBreak, String close) {
    if (parts.isEmpty()) {
      return open + close;
    }
    String inner = lineBreak + "  ";
    return open + inner + String.join("," + inner, parts) + lineBreak + close;
  }
}
