package io.github.sourceprovisioner.stack.file;

import io.github.sourceprovisioner.model.Wildcards;
import io.github.sourceprovisioner.model.Wildcards.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern for one name of a path.
 *
 * @param any whether it stands for any number of names
 */
record Segment(boolean any, List<Symbol> symbols) implements Wildcards.Element<String> {

  /**
   * The pattern that a text means.
   *
   * @throws IllegalArgumentException with a short reason if it means none
   */
  static Segment of(String text) {
    if (text.equals("**")) {
      return new Segment(true, List.of());
    }
    int[] characters = text.codePoints().toArray();
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == '[') {
        int close = closing(characters, i);
        symbols.add(Symbol.one(listed(characters, i + 1, close)));
        i = close;
      } else {
        symbols.add(symbol(characters[i]));
      }
    }
    return new Segment(false, symbols);
  }

  @Override
  public boolean accepts(String name) {
    return Wildcards.matchText(symbols, name);
  }

  private static Symbol symbol(int c) {
    return switch (c) {
      case '*' -> Symbol.ANY;
      case '?' -> Symbol.one(x -> true);
      default -> Symbol.literal(c);
    };
  }

  /** A bracket right behind the opening one is a character of the class. */
  private static int closing(int[] characters, int open) {
    for (int i = open + 2; i < characters.length; i++) {
      if (characters[i] == ']') {
        return i;
      }
    }
    throw new IllegalArgumentException("has a bracket that is not closed");
  }

  private static IntPredicate listed(int[] characters, int start, int end) {
    boolean negated = characters[start] == '!' || characters[start] == '^';
    List<IntPredicate> ranges = new ArrayList<>();
    for (int i = negated ? start + 1 : start; i < end; i++) {
      int first = characters[i];
      boolean range = i + 2 < end && characters[i + 1] == '-';
      int last = range ? characters[i + 2] : first;
      if (last < first) {
        throw new IllegalArgumentException("has a range that ends before it starts");
      }
      ranges.add(x -> first <= x && x <= last);
      i += range ? 2 : 0;
    }
    return x -> ranges.stream().anyMatch(one -> one.test(x)) != negated;
  }
}
