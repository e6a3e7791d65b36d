package io.github.sourceprovisioner.stack.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into tokens; comments and the white space that dashes trim are gone. */
final class Lexer {

  private static final Map<Token.Kind, Pattern> PATTERNS =
      Map.of(
          Token.Kind.FIELD, Pattern.compile("\\.([\\p{L}_][\\p{L}\\p{N}_]*+)"),
          Token.Kind.DOT, Pattern.compile("(\\.)(?![\\p{L}\\p{N}_])"),
          Token.Kind.VARIABLE, Pattern.compile("(\\$[\\p{L}\\p{N}_]*+)"),
          Token.Kind.WORD, Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*+)"),
          Token.Kind.NUMBER, Pattern.compile("([+-]?[0-9]++(?:\\.[0-9]++)?)"),
          Token.Kind.PIPE, Pattern.compile("(\\|)"),
          Token.Kind.LEFT, Pattern.compile("(\\()"),
          Token.Kind.RIGHT, Pattern.compile("(\\))"));

  private final TemplateText source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean trimNext;

  Lexer(TemplateText source) {
    this.source = source;
    this.text = source.text();
  }

  /** All tokens; the last one is the end. */
  List<Token> tokens() {
    if (text.length() > TemplateText.LIMIT) {
      throw source.tooLong(0);
    }
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      int end = open < 0 ? text.length() : open;
      boolean trim = open >= 0 && text.startsWith("-", open + 2) && isSpace(open + 3);
      outside(text.substring(at, end), trim);
      at = end;
      if (open >= 0) {
        at = open + (trim ? 3 : 2);
        action(open);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length(), false));
    return tokens;
  }

  private void outside(String words, boolean trimEnd) {
    String left = trimNext ? words.stripLeading() : words;
    String both = trimEnd ? left.stripTrailing() : left;
    if (!both.isEmpty()) {
      tokens.add(new Token(Token.Kind.TEXT, both, at, false));
    }
    trimNext = false;
  }

  private void action(int open) {
    boolean spaced = skipSpace();
    if (text.startsWith("/*", at)) {
      comment(open);
      return;
    }
    while (!closed(spaced)) {
      if (at >= text.length()) {
        throw source.refuse(open, "'{{' is never closed", "write '}}' behind the action");
      }
      next(!spaced);
      spaced = skipSpace();
    }
    tokens.add(new Token(Token.Kind.CLOSE, "}}", at - 2, false));
  }

  private void comment(int open) {
    int end = text.indexOf("*/", at + 2);
    at = end < 0 ? text.length() : end + 2;
    if (!closed(skipSpace())) {
      throw source.refuse(
          open, "the comment is not closed", "end it with '*/}}', and with nothing in between");
    }
  }

  /** Steps over the end of the action, if it is here. */
  private boolean closed(boolean spaced) {
    boolean trim = spaced && text.startsWith("-}}", at);
    boolean end = trim || text.startsWith("}}", at);
    if (end) {
      trimNext = trim;
      at += trim ? 3 : 2;
    }
    return end;
  }

  private void next(boolean attached) {
    char first = text.charAt(at);
    if (first == '"' || first == '`') {
      Quoted quoted = Quoted.at(source, at);
      tokens.add(new Token(Token.Kind.STRING, quoted.content(), at, attached));
      at = quoted.end();
      return;
    }
    for (Map.Entry<Token.Kind, Pattern> candidate : PATTERNS.entrySet()) {
      Matcher matcher = candidate.getValue().matcher(text).region(at, text.length());
      if (matcher.lookingAt()) {
        tokens.add(new Token(candidate.getKey(), matcher.group(1), at, attached));
        at = matcher.end();
        return;
      }
    }
    String other = Character.isISOControl(first) ? "?" : String.valueOf(first);
    tokens.add(new Token(Token.Kind.OTHER, other, at, attached));
    at++;
  }

  private boolean skipSpace() {
    int start = at;
    while (isSpace(at)) {
      at++;
    }
    return at > start;
  }

  private boolean isSpace(int offset) {
    return offset < text.length() && " \t\r\n".indexOf(text.charAt(offset)) >= 0;
  }
}
