package io.github.sourceprovisioner.lock;

import java.util.Optional;

/** Reads the quoted scalars that {@link LockText#quoted} writes. Pure. */
final class Unquoted {

  private static final int UNICODE_DIGITS = 4;
  private static final int HEX = 16;

  private Unquoted() {}

  /** What stands between the quotes; empty if it is not one quoted scalar. */
  static Optional<String> of(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return Optional.empty();
    }
    return unescaped(text.substring(1, text.length() - 1));
  }

  private static Optional<String> unescaped(String inner) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < inner.length()) {
      char c = inner.charAt(at);
      if (c != '\\') {
        if (c == '"' || c < ' ') {
          return Optional.empty();
        }
        plain.append(c);
        at++;
        continue;
      }
      int length = escape(inner, at, plain);
      if (length == 0) {
        return Optional.empty();
      }
      at += length;
    }
    return Optional.of(plain.toString());
  }

  /** Appends what an escape stands for; its length, or 0 if it is none. */
  private static int escape(String inner, int at, StringBuilder plain) {
    char kind = at + 1 < inner.length() ? inner.charAt(at + 1) : ' ';
    if (kind == '"' || kind == '\\') {
      plain.append(kind);
      return 2;
    }
    int end = at + 2 + UNICODE_DIGITS;
    if (kind != 'u' || end > inner.length()) {
      return 0;
    }
    int code = 0;
    for (int i = at + 2; i < end; i++) {
      char digit = inner.charAt(i);
      int value = Character.digit(digit, HEX);
      if (value < 0 || digit > 'f') {
        return 0;
      }
      code = code * HEX + value;
    }
    plain.append((char) code);
    return end - at;
  }
}
