package io.github.sourceprovisioner.report;

import java.util.HexFormat;
import java.util.function.IntFunction;

/**
 * Makes characters visible that would act instead of being read: controls that a terminal obeys,
 * marks that turn the direction of text, and what JSON or YAML does not allow as it is.
 */
final class Escape {

  private static final HexFormat HEX = HexFormat.of();

  private Escape() {}

  /**
   * For people: backslash and letter or number. Other backslashes stay single: paths stay paths.
   */
  static String shown(String text) {
    return replace(text, point -> acts(point) ? named(point) : Character.toString(point));
  }

  /** As {@link #shown}, but tabs and line breaks stay: a CSV field may hold them. */
  static String shownInCsv(String text) {
    return replace(
        text,
        point ->
            acts(point) && point != '\n' && point != '\r' && point != '\t'
                ? named(point)
                : Character.toString(point));
  }

  /** A JSON string with its quotes; see RFC 8259, section 7. */
  static String json(String text) {
    return '"' + replace(text, point -> quoted(point, Escape::utf16)) + '"';
  }

  /** A double-quoted YAML scalar; see YAML 1.2.2, section 5.7. */
  static String yaml(String text) {
    return '"' + replace(text, point -> quoted(point, Escape::utf32)) + '"';
  }

  private static String quoted(int point, IntFunction<String> hex) {
    return switch (point) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> acts(point) ? hex.apply(point) : Character.toString(point);
    };
  }

  private static String named(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> utf16(point);
    };
  }

  /** JSON knows units of 16 bits only: one or two of them. */
  private static String utf16(int point) {
    StringBuilder units = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      units.append("\\u").append(HEX.toHexDigits(unit));
    }
    return units.toString();
  }

  /** YAML has a form of its own for what does not fit into 16 bits. */
  private static String utf32(int point) {
    return Character.isBmpCodePoint(point) ? utf16(point) : "\\U" + HEX.toHexDigits(point);
  }

  private static boolean acts(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (point & 0xFFFE) == 0xFFFE;
    };
  }

  /** Reports of thousands of rows are nearly all plain text, which is copied as it is. */
  private static String replace(String text, IntFunction<String> each) {
    if (text.chars().allMatch(Escape::isPlain)) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (isPlain(point)) {
                replaced.append((char) point);
              } else {
                replaced.append(each.apply(point));
              }
            });
    return replaced.toString();
  }

  /** What every form writes as it is. */
  private static boolean isPlain(int point) {
    return point >= ' ' && point < 0x7F && point != '"' && point != '\\';
  }
}
