package io.github.sourceprovisioner.workdir.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What stands between brackets: {@code [abc]}, {@code [a-z]}, {@code [!a]}, {@code [^a]}. */
final class CharacterClass {

  private CharacterClass() {}

  /** The class that starts after its opening bracket; reads the closing one, too. */
  static IntPredicate parse(Characters characters) {
    boolean negated = characters.peek() == '!' || characters.peek() == '^';
    if (negated) {
      characters.next();
    }
    if (characters.peek() == ']') {
      throw new IllegalArgumentException("has an empty class");
    }
    List<IntPredicate> ranges = new ArrayList<>();
    while (characters.peek() != ']') {
      ranges.add(range(characters));
    }
    characters.next();
    return x -> ranges.stream().anyMatch(range -> range.test(x)) != negated;
  }

  private static IntPredicate range(Characters characters) {
    int first = character(characters);
    if (characters.peek() != '-') {
      return x -> x == first;
    }
    characters.next();
    int last = character(characters);
    if (last < first) {
      throw new IllegalArgumentException("has a range that ends before it starts");
    }
    return x -> first <= x && x <= last;
  }

  private static int character(Characters characters) {
    int c = characters.next();
    return c == '\\' ? characters.next() : c;
  }
}
