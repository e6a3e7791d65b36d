package io.github.sourceprovisioner.fetch.s3.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a {@code credential_process}, as Amazon's command line tool splits it: between
 * spaces, but for what stands in quotes. Variables and {@code ~} mean nothing: there is no shell.
 */
final class CommandLine {

  private final String text;
  private final boolean escapes;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private char quote;

  private CommandLine(String text, boolean escapes) {
    this.text = text;
    this.escapes = escapes;
  }

  /**
   * The words; empty if a quote is not closed, or if there are none.
   *
   * @param escapes whether a backslash makes the next character a plain one; on Windows it
   *     separates directories
   */
  static Optional<List<String>> split(String text, boolean escapes) {
    CommandLine line = new CommandLine(text, escapes);
    for (int at = 0; at < text.length(); at++) {
      at = line.take(at);
    }
    line.end();
    return line.quote != 0 || line.words.isEmpty() ? Optional.empty() : Optional.of(line.words);
  }

  /** Takes what stands at an index, and returns the index of the last character that it took. */
  private int take(int at) {
    char c = text.charAt(at);
    if (isEscape(at)) {
      add(text.charAt(at + 1));
      return at + 1;
    }
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
      begun = true;
    } else if (quote == 0 && Character.isWhitespace(c)) {
      end();
    } else {
      add(c);
    }
    return at;
  }

  /** In double quotes it is one before a quote or another backslash, in single quotes never. */
  private boolean isEscape(int at) {
    if (!escapes || text.charAt(at) != '\\' || at + 1 == text.length() || quote == '\'') {
      return false;
    }
    char next = text.charAt(at + 1);
    return quote == 0 || next == '"' || next == '\\';
  }

  private void add(char c) {
    word.append(c);
    begun = true;
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }
}
