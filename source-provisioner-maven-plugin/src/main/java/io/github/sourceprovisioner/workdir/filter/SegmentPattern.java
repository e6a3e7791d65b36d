package io.github.sourceprovisioner.workdir.filter;

import io.github.sourceprovisioner.model.Wildcards;
import io.github.sourceprovisioner.model.Wildcards.Symbol;
import java.util.ArrayList;
import java.util.List;

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
      case '*' -> Symbol.ANY;
      case '?' -> Symbol.one(x -> true);
      case '[' -> Symbol.one(CharacterClass.parse(characters));
      case '\\' -> Symbol.literal(characters.next());
      default -> Symbol.literal(c);
    };
  }

  @Override
  public boolean any() {
    return any;
  }

  @Override
  public boolean accepts(String segment) {
    return Wildcards.matchText(symbols, segment);
  }
}
