package io.github.sourceprovisioner.workdir.filter;

/** Reads a pattern character by character. */
final class Characters {

  private final int[] text;
  private int at;

  Characters(String text) {
    this.text = text.codePoints().toArray();
  }

  boolean more() {
    return at < text.length;
  }

  /** The next character without going on; -1 at the end. */
  int peek() {
    return more() ? text[at] : -1;
  }

  /**
   * The next character.
   *
   * @throws IllegalArgumentException at the end, since a pattern never ends where more is expected
   */
  int next() {
    if (!more()) {
      throw new IllegalArgumentException("ends too early");
    }
    return text[at++];
  }
}
