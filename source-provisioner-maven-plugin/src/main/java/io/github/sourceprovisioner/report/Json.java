package io.github.sourceprovisioner.report;

import java.util.Map;

/** Writes a document as JSON (RFC 8259), indented by two, in the order of its keys. */
final class Json {

  private Json() {}

  /** The document without a line break at its end. */
  static String write(Node node) {
    StringBuilder out = new StringBuilder();
    value(node, "\n", out);
    return out.toString();
  }

  private static void value(Node node, String lineBreak, StringBuilder out) {
    if (node instanceof Node.Text text) {
      out.append(Escape.json(text.value()));
    } else if (node instanceof Node.Bare bare) {
      out.append(bare.literal());
    } else if (node instanceof Node.Mapping mapping) {
      mapping(mapping, lineBreak, out);
    } else if (node instanceof Node.Sequence sequence) {
      sequence(sequence, lineBreak, out);
    }
  }

  private static void mapping(Node.Mapping mapping, String lineBreak, StringBuilder out) {
    String inner = lineBreak + "  ";
    String before = "{";
    for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
      out.append(before).append(inner).append(Escape.json(entry.getKey())).append(": ");
      value(entry.getValue(), inner, out);
      before = ",";
    }
    out.append(mapping.entries().isEmpty() ? "{" : lineBreak).append('}');
  }

  private static void sequence(Node.Sequence sequence, String lineBreak, StringBuilder out) {
    String inner = lineBreak + "  ";
    String before = "[";
    for (Node item : sequence.items()) {
      out.append(before).append(inner);
      value(item, inner, out);
      before = ",";
    }
    out.append(sequence.items().isEmpty() ? "[" : lineBreak).append(']');
  }
}
