package io.github.sourceprovisioner.stack.source;

/** Text of a user as a message may show it: on one line, and not too much of it. */
final class Shown {

  private static final int MOST = 60;

  private Shown() {}

  /** The text in single quotes, control characters as question marks, the end cut off if long. */
  static String quoted(String text) {
    String cut = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    StringBuilder safe = new StringBuilder();
    cut.chars().map(c -> Character.isISOControl(c) ? '?' : c).forEach(c -> safe.append((char) c));
    return "'" + safe + "'";
  }
}
