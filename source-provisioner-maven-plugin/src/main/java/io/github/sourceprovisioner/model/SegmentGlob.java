package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.model.Wildcards.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * One segment of a subdirectory as Go's {@code filepath.Match} reads it: {@code *}, {@code ?},
 * {@code [a-z]}, {@code [^a]} and {@code \} before a character; {@code **} is {@code *}, and braces
 * stand for themselves.
 */
public final class SegmentGlob {

  private final int[] text;
  private final List<Symbol> symbols = new ArrayList<>();
  private int at;

  /**
   * Reads a segment.
   *
   * @throws IllegalArgumentException if a bracket is not closed or holds nothing
   */
  public SegmentGlob(String segment) {
    text = segment.codePoints().toArray();
    while (at < text.length) {
      symbols.add(symbol());
    }
  }

  /** Whether a segment has to be matched instead of taken as it stands. */
  public static boolean isGlob(String segment) {
    return segment.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  /** Whether the pattern stands for the whole name. */
  public boolean matches(String name) {
    return Wildcards.matchText(symbols, name);
  }

  private Symbol symbol() {
    int c = next();
    return switch (c) {
      case '*' -> Symbol.ANY;
      case '?' -> Symbol.one(x -> true);
      case '[' -> Symbol.one(characterClass());
      case '\\' -> Symbol.literal(next());
      default -> Symbol.literal(c);
    };
  }

  private IntPredicate characterClass() {
    boolean negated = isNext('^');
    if (negated) {
      at++;
    }
    if (isNext(']')) {
      throw malformed();
    }
    List<IntPredicate> ranges = new ArrayList<>();
    while (!isNext(']')) {
      ranges.add(range());
    }
    at++;
    return x -> ranges.stream().anyMatch(range -> range.test(x)) != negated;
  }

  private IntPredicate range() {
    int first = character();
    if (!isNext('-')) {
      return x -> x == first;
    }
    at++;
    int last = character();
    if (last < first) {
      throw malformed();
    }
    return x -> first <= x && x <= last;
  }

  private int character() {
    int c = next();
    return c == '\\' ? next() : c;
  }

  private boolean isNext(int c) {
    return at < text.length && text[at] == c;
  }

  private int next() {
    if (at >= text.length) {
      throw malformed();
    }
    return text[at++];
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed pattern");
  }
}
