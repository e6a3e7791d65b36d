package io.github.sourceprovisioner.workdir.filter;

import java.util.ArrayList;
import java.util.List;

/** Writes out alternatives: {@code a{b,c}} means {@code ab} and {@code ac}. */
final class Braces {

  /** More alternatives than anyone writes by hand; nesting could ask for billions. */
  private static final int MOST = 256;

  /** More than the longest path has. */
  private static final int MOST_CHARACTERS = 4096;

  private Braces() {}

  /**
   * Every pattern without braces that the text stands for.
   *
   * @throws IllegalArgumentException with a short reason if braces do not pair, or stand for too
   *     much
   */
  static List<String> expand(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("has more than " + MOST_CHARACTERS + " characters");
    }
    List<String> done = new ArrayList<>();
    List<String> open = new ArrayList<>(List.of(text));
    while (!open.isEmpty()) {
      if (done.size() + open.size() > MOST) {
        throw new IllegalArgumentException("stands for more than " + MOST + " patterns");
      }
      String next = open.remove(open.size() - 1);
      int brace = find(next, 0, "{}");
      if (brace < 0) {
        done.add(next);
      } else {
        open.addAll(alternatives(next, brace));
      }
    }
    return done;
  }

  /** The text with each alternative in place of the pair of braces that starts at an index. */
  private static List<String> alternatives(String text, int brace) {
    List<String> all = new ArrayList<>();
    int depth = 0;
    int start = brace + 1;
    int end = brace;
    for (int at = text.charAt(brace) == '{' ? brace : -1; at >= 0; at = find(text, at + 1, "{,}")) {
      char c = text.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 || (depth == 1 && c == ',')) {
        all.add(text.substring(start, at));
        start = at + 1;
      }
      if (depth == 0) {
        end = at;
        break;
      }
    }
    if (end == brace) {
      throw new IllegalArgumentException("has a brace without its partner");
    }
    String before = text.substring(0, brace);
    String after = text.substring(end + 1);
    return all.stream().map(middle -> before + middle + after).toList();
  }

  /** Where one of the characters stands that is neither escaped nor in a class; -1 if nowhere. */
  private static int find(String text, int from, String wanted) {
    boolean inClass = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (!inClass && wanted.indexOf(c) >= 0) {
        return at;
      }
    }
    return -1;
  }
}
