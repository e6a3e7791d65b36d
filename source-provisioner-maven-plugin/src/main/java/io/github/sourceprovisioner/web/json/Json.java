package io.github.sourceprovisioner.web.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) strictly: nothing is left over, no key comes twice, nothing is nested
 * deeper than answers are. Objects become {@link Map}s, arrays {@link List}s, strings, whole
 * numbers and truth values {@link String}, {@link Long} and {@link Boolean}; other numbers {@link
 * Double}; null {@link Optional#empty()}.
 */
public final class Json {

  private static final int DEEPEST = 32;

  private static final Pattern NUMBER =
      Pattern.compile("(-?(?:0|[1-9][0-9]*))(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_INTEGER = 18;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * The value that a text stands for.
   *
   * @throws IllegalArgumentException if it is malformed; the message says where
   */
  public static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    if (json.next() >= 0) {
      throw json.malformed();
    }
    return value;
  }

  private Object value() {
    if (++depth > DEEPEST) {
      throw malformed();
    }
    Object value =
        switch (next()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          case 'n' -> word("null", Optional.empty());
          default -> number();
        };
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    if (take('}')) {
      return members;
    }
    do {
      if (next() != '"') {
        throw malformed();
      }
      String name = string();
      expect(':');
      if (members.put(name, value()) != null) {
        throw malformed();
      }
    } while (take(','));
    expect('}');
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    at++;
    if (take(']')) {
      return elements;
    }
    do {
      elements.add(value());
    } while (take(','));
    expect(']');
    return elements;
  }

  private String string() {
    StringBuilder content = new StringBuilder();
    at++;
    while (current() != '"') {
      char c = character();
      content.append(c == '\\' ? escaped() : c);
    }
    at++;
    return content.toString();
  }

  private char escaped() {
    char c = character();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (digit() << 12 | digit() << 8 | digit() << 4 | digit());
      default -> throw malformed();
    };
  }

  private int digit() {
    int digit = Character.digit(character(), 16);
    if (digit < 0) {
      throw malformed();
    }
    return digit;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private Object number() {
    Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
    if (!number.lookingAt()) {
      throw malformed();
    }
    at = number.end();
    boolean whole = number.group(2) == null && number.group(3) == null;
    return whole && number.group(1).length() <= LONGEST_INTEGER
        ? (Object) Long.valueOf(number.group(1))
        : (Object) Double.valueOf(number.group());
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw malformed();
    }
  }

  private boolean take(char wanted) {
    boolean there = next() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  /** The next character that is no white space; -1 at the end. */
  private int next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : -1;
  }

  private char character() {
    char c = current();
    if (c < ' ') {
      throw malformed();
    }
    at++;
    return c;
  }

  private char current() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed JSON at character " + at);
  }
}
