package io.github.sourceprovisioner.fetch.git;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One segment of a subdirectory as Go's {@code filepath.Match} reads it: {@code *}, {@code ?},
 * {@code [a-z]}, {@code [^a]} and {@code \} before a character; {@code **} is {@code *}, and braces
 * stand for themselves.
 */
final class SegmentGlob {

  private final Pattern pattern;

  /**
   * Reads a segment.
   *
   * @throws IllegalArgumentException if a bracket is not closed or holds nothing
   */
  SegmentGlob(String segment) {
    try {
      pattern = Pattern.compile(regex(segment), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("malformed pattern", e);
    }
  }

  /** Whether a segment has to be matched instead of taken as it stands. */
  static boolean isGlob(String segment) {
    return segment.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  private static String regex(String segment) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < segment.length()) {
      char c = segment.charAt(at);
      if (c == '[') {
        int end = classEnd(segment, at);
        regex.append(characterClass(segment.substring(at + 1, end)));
        at = end;
      } else if (c == '\\') {
        at++;
        regex.append(Pattern.quote(character(segment, at)));
      } else if (c == '*') {
        regex.append(".*");
      } else {
        regex.append(c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      at++;
    }
    return regex.toString();
  }

  private static int classEnd(String segment, int start) {
    int at = segment.startsWith("^", start + 1) ? start + 2 : start + 1;
    int first = at;
    while (at < segment.length() && segment.charAt(at) != ']') {
      at += segment.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= segment.length() || at == first) {
      throw new IllegalArgumentException("malformed pattern");
    }
    return at;
  }

  private static String characterClass(String inside) {
    StringBuilder regex = new StringBuilder("[");
    int at = 0;
    if (inside.startsWith("^")) {
      regex.append('^');
      at = 1;
    }
    while (at < inside.length()) {
      char c = inside.charAt(at);
      if (c == '\\') {
        at++;
        regex.append(literal(character(inside, at)));
      } else {
        regex.append(c == '-' ? "-" : literal(String.valueOf(c)));
      }
      at++;
    }
    return regex.append(']').toString();
  }

  private static String literal(String character) {
    return Character.isLetterOrDigit(character.charAt(0)) ? character : "\\" + character;
  }

  private static String character(String text, int at) {
    if (at >= text.length()) {
      throw new IllegalArgumentException("malformed pattern");
    }
    return text.substring(at, at + 1);
  }
}
