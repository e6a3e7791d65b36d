package io.github.sourceprovisioner.stack.file;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A doublestar glob over paths with {@code /} between segments: {@code *} and {@code ?} stay within
 * a segment, {@code **} as a whole segment matches any number of them, {@code [a-z]} and {@code
 * {a,b}} choose. Matching takes time in proportion to both lengths, whatever the pattern.
 */
public final class Glob {

  private static final int MOST_ALTERNATIVES = 256;

  /** More than the longest path has; every brace is a step deeper. */
  private static final int MOST_CHARACTERS = 4096;

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
   * @throws InvalidStack if a bracket or brace is not closed, or the pattern is endless
   */
  public static Glob of(String pattern, Position position) {
    if (pattern.length() > MOST_CHARACTERS) {
      String start = pattern.substring(0, 40) + "…";
      throw invalid(start, "has more than " + MOST_CHARACTERS + " characters", position);
    }
    List<String> plain = new ArrayList<>();
    expand("", pattern, plain, position);
    return new Glob(plain.stream().map(one -> segments(one, position)).toList());
  }

  /** Whether the whole path matches. */
  public boolean matches(String path) {
    List<String> names = List.of(path.split("/", -1));
    return alternatives.stream().anyMatch(one -> Wildcards.match(one, names));
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
    try {
      return Stream.of(pattern.split("/+")).map(Segment::of).toList();
    } catch (IllegalArgumentException e) {
      throw invalid(pattern, String.valueOf(e.getMessage()), position);
    }
  }

  private static InvalidStack invalid(String pattern, String why, Position position) {
    return new InvalidStack(
        Problem.of("the glob '" + pattern + "' " + why)
            .at(position)
            .advise("use *, ?, **, [abc] and {a,b} only"));
  }
}
