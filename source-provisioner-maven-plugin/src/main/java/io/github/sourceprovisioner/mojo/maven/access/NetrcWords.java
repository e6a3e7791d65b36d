package io.github.sourceprovisioner.mojo.maven.access;

import java.text.ParseException;
import java.util.Optional;

/** The words of a netrc file: between white space, or in double quotes. */
final class NetrcWords {

  private final String text;
  private int next;
  private int line = 1;

  NetrcWords(String text) {
    this.text = text;
  }

  /** The next word; empty at the end. */
  Optional<String> next() throws ParseException {
    while (next < text.length() && isSpace(text.charAt(next))) {
      advance();
    }
    if (next == text.length()) {
      return Optional.empty();
    }
    return Optional.of(text.charAt(next) == '"' ? quoted() : plain());
  }

  /** The next word, which has to be there: a value may be any word, also one with a hash sign. */
  String value() throws ParseException {
    return next().orElseThrow(this::malformed);
  }

  /** Skips the rest of a line that starts with this word, which has to be a comment. */
  void skipComment(String word) throws ParseException {
    if (!word.startsWith("#")) {
      throw malformed();
    }
    skipLine();
  }

  /** A macro ends at an empty line, or with the file. */
  void skipMacro() {
    skipLine();
    while (next < text.length() && !isEmptyLine()) {
      skipLine();
    }
  }

  ParseException malformed() {
    return new ParseException("not a netrc file", line);
  }

  private boolean isEmptyLine() {
    return text.startsWith("\n", next) || text.startsWith("\r\n", next);
  }

  private void skipLine() {
    while (next < text.length() && text.charAt(next) != '\n') {
      next++;
    }
    if (next < text.length()) {
      advance();
    }
  }

  private String plain() {
    int start = next;
    while (next < text.length() && !isSpace(text.charAt(next))) {
      next++;
    }
    return text.substring(start, next);
  }

  private String quoted() throws ParseException {
    StringBuilder word = new StringBuilder();
    for (next++; next < text.length() && text.charAt(next) != '"'; next++) {
      char c = text.charAt(next);
      if (c == '\n') {
        throw malformed();
      }
      word.append(c == '\\' ? escaped() : c);
    }
    if (next == text.length()) {
      throw malformed();
    }
    next++;
    return word.toString();
  }

  private char escaped() throws ParseException {
    next++;
    if (next == text.length()) {
      throw malformed();
    }
    return switch (text.charAt(next)) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> text.charAt(next);
    };
  }

  private void advance() {
    if (text.charAt(next) == '\n') {
      line++;
    }
    next++;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
