package io.github.sourceprovisioner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a document as YAML in block style. A string stands without quotes only if YAML 1.1 and 1.2
 * both read it as a string; every other one is double-quoted, so that {@code no}, {@code 1.10} and
 * {@code 2026-01-01} survive any reader.
 */
final class Yaml {

  /** Words of letters, which cannot be a number, a date, an indicator or a comment. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*");

  private static final Set<String> RESERVED =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private Yaml() {}

  /** The document without a line break at its end. */
  static String write(Node node) {
    return String.join("\n", lines(node));
  }

  private static List<String> lines(Node node) {
    if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      List<String> lines = new ArrayList<>();
      mapping.entries().forEach((key, value) -> lines.addAll(entry(string(key) + ":", value)));
      return lines;
    }
    if (node instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
      List<String> lines = new ArrayList<>();
      sequence.items().forEach(item -> lines.addAll(indent("- ", lines(item))));
      return lines;
    }
    return List.of(leaf(node));
  }

  private static List<String> entry(String key, Node value) {
    List<String> below = lines(value);
    if (isLeaf(value)) {
      return List.of(key + " " + below.get(0));
    }
    List<String> lines = new ArrayList<>();
    lines.add(key);
    lines.addAll(indent("  ", below));
    return lines;
  }

  private static List<String> indent(String first, List<String> lines) {
    List<String> indented = new ArrayList<>();
    for (String line : lines) {
      indented.add((indented.isEmpty() ? first : "  ") + line);
    }
    return indented;
  }

  private static boolean isLeaf(Node node) {
    return !(node instanceof Node.Mapping mapping && !mapping.entries().isEmpty())
        && !(node instanceof Node.Sequence sequence && !sequence.items().isEmpty());
  }

  private static String leaf(Node node) {
    if (node instanceof Node.Text text) {
      return string(text.value());
    }
    if (node instanceof Node.Bare bare) {
      return bare.literal();
    }
    return node instanceof Node.Mapping ? "{}" : "[]";
  }

  private static String string(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : Escape.yaml(text);
  }
}
