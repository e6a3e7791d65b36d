package io.github.sourceprovisioner.stack.file;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A doublestar glob over paths with {@code /} between segments: {@code *} and {@code ?} stay within
 * a segment, {@code **} as a whole segment matches any number of them, {@code [a-z]} and {@code
 * {a,b}} choose. Matching takes time in proportion to both lengths, whatever the pattern.
 */
public final class Glob {

  private static final int MOST_ALTERNATIVES = 256;

  private final List<List<Segment>> alternatives;

  private Glob(List<List<Segment>> alternatives) {
    this.alternatives = alternatives;
  }

  /** Whether the text has any character that a glob gives a meaning to. */
  public static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /**
   * Reads a pattern.
   *
   * @throws InvalidStack if a bracket or brace is not closed
   */
  public static Glob of(String pattern, Position position) {
    List<String> plain = new ArrayList<>();
    expand("", pattern, plain, position);
    return new Glob(plain.stream().map(one -> segments(one, position)).toList());
  }

  /** Whether the whole path matches. */
  public boolean matches(String path) {
    List<String> names = List.of(path.split("/", -1));
    return alternatives.stream().anyMatch(one -> matches(one, names));
  }

  /** Row by row: which prefixes of the path the pattern so far can match. */
  private static boolean matches(List<Segment> pattern, List<String> names) {
    boolean[] reached = new boolean[names.size() + 1];
    reached[0] = true;
    for (Segment segment : pattern) {
      boolean[] next = new boolean[names.size() + 1];
      if (segment.any()) {
        boolean open = false;
        for (int i = 0; i <= names.size(); i++) {
          open |= reached[i];
          next[i] = open;
        }
      } else {
        for (int i = 0; i < names.size(); i++) {
          next[i + 1] = reached[i] && segment.matches(names.get(i));
        }
      }
      reached = next;
    }
    return reached[names.size()];
  }

  private static void expand(String done, String rest, List<String> into, Position position) {
    int open = rest.indexOf('{');
    if (open < 0) {
      into.add(done + rest);
      if (into.size() > MOST_ALTERNATIVES) {
        throw invalid(rest, "has too many alternatives in braces", position);
      }
      return;
    }
    int close = closing(rest, open, position);
    for (String choice : choices(rest.substring(open + 1, close))) {
      expand(done + rest.substring(0, open), choice + rest.substring(close + 1), into, position);
    }
  }

  private static int closing(String text, int open, Position position) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw invalid(text, "has a brace that is not closed", position);
  }

  private static List<String> choices(String inside) {
    List<String> all = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        all.add(inside.substring(start, i));
        start = i + 1;
      }
    }
    all.add(inside.substring(start));
    return all;
  }

  private static List<Segment> segments(String pattern, Position position) {
    List<Segment> all = new ArrayList<>();
    for (String text : pattern.split("/+")) {
      boolean any = text.equals("**");
      boolean again = any && !all.isEmpty() && all.get(all.size() - 1).any();
      if (!again) {
        all.add(any ? Segment.ANY : new Segment(false, regex(text, position)));
      }
    }
    return all;
  }

  private static Pattern regex(String text, Position position) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        int close = text.indexOf(']', i + 2);
        if (close < 0) {
          throw invalid(text, "has a bracket that is not closed", position);
        }
        regex.append(characters(text.substring(i + 1, close)));
        i = close;
      } else if (c == '*') {
        // One run of stars is one star: nested repetition would be slow.
        regex.append(i > 0 && text.charAt(i - 1) == '*' ? "" : "[^/]*");
      } else {
        regex.append(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw invalid(text, "has a range that ends before it starts", position);
    }
  }

  private static String characters(String inside) {
    boolean negated = inside.startsWith("!") || inside.startsWith("^");
    String listed = negated ? inside.substring(1) : inside;
    String quoted = listed.replaceAll("([\\[\\]\\\\^&])", "\\\\$1");
    return (negated ? "[^/" : "[") + quoted + "]";
  }

  private static InvalidStack invalid(String pattern, String why, Position position) {
    return new InvalidStack(
        Problem.of("the glob '" + pattern + "' " + why)
            .at(position)
            .advise("use *, ?, **, [abc] and {a,b} only"));
  }

  private record Segment(boolean any, Pattern regex) {

    static final Segment ANY = new Segment(true, Pattern.compile(""));

    boolean matches(String name) {
      return regex.matcher(name).matches();
    }
  }
}
