package io.github.sourceprovisioner.workdir.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern for one segment of a path: {@code *} for any characters, {@code ?} for one, {@code
 * [a-z]} and {@code [!a-z]} for one of a class, a backslash before a character that stands for
 * itself. Two asterisks that are a whole segment stand for any number of segments.
 */
final class SegmentPattern implements Wildcards.Element<String> {

  private final boolean any;
  private final List<Symbol> symbols;

  private SegmentPattern(boolean any, List<Symbol> symbols) {
    this.any = any;
    this.symbols = symbols;
  }

  /**
   * The pattern that a text means.
   *
   * @throws IllegalArgumentException with a short reason if it means none
   */
  static SegmentPattern parse(String text) {
    if (text.equals("**")) {
      return new SegmentPattern(true, List.of());
    }
    Characters characters = new Characters(text);
    List<Symbol> symbols = new ArrayList<>();
    while (characters.more()) {
      symbols.add(symbol(characters));
    }
    return new SegmentPattern(false, symbols);
  }

  private static Symbol symbol(Characters characters) {
    int c = characters.next();
    return switch (c) {
      case '*' -> new Symbol(true, x -> false);
      case '?' -> new Symbol(false, x -> true);
      case '[' -> new Symbol(false, CharacterClass.parse(characters));
      case '\\' -> literal(characters.next());
      default -> literal(c);
    };
  }

  private static Symbol literal(int c) {
    return new Symbol(false, x -> x == c);
  }

  @Override
  public boolean any() {
    return any;
  }

  @Override
  public boolean accepts(String segment) {
    return Wildcards.match(symbols, segment.codePoints().boxed().toList());
  }

  private record Symbol(boolean any, IntPredicate accepted) implements Wildcards.Element<Integer> {

    @Override
    public boolean accepts(Integer c) {
      return accepted.test(c);
    }
  }
}
