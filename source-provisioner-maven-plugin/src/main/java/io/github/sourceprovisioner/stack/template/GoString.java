package io.github.sourceprovisioner.stack.template;

import java.util.Map;

/** A string as Go source writes it. */
final class GoString {

  private static final Map<Character, String> ESCAPES =
      Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t");

  private GoString() {}

  /** The text in double quotes, with escapes where Go needs them. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      String plain =
          Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : String.valueOf(c);
      quoted.append(ESCAPES.getOrDefault(c, plain));
    }
    return quoted.append('"').toString();
  }
}
