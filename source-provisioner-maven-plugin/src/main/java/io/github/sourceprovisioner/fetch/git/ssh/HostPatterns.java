package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.model.Wildcards;
import io.github.sourceprovisioner.model.Wildcards.Symbol;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The patterns of a {@code Host} line: {@code *} and {@code ?}, and {@code !} for exceptions. */
final class HostPatterns {

  private HostPatterns() {}

  /** Whether a host belongs to the section: one pattern matches it, and no exception does. */
  static Predicate<String> parse(String line) {
    List<String> patterns = List.of(line.replace("\"", "").strip().split("\\s+"));
    Predicate<String> any = none -> false;
    Predicate<String> except = none -> false;
    for (String pattern : patterns) {
      if (pattern.startsWith("!")) {
        except = except.or(one(pattern.substring(1)));
      } else {
        any = any.or(one(pattern));
      }
    }
    return any.and(except.negate());
  }

  private static Predicate<String> one(String pattern) {
    List<Symbol> symbols =
        pattern.toLowerCase(Locale.ROOT).codePoints().mapToObj(HostPatterns::symbol).toList();
    return host -> Wildcards.matchText(symbols, host.toLowerCase(Locale.ROOT));
  }

  private static Symbol symbol(int character) {
    return switch (character) {
      case '*' -> Symbol.ANY;
      case '?' -> Symbol.one(any -> true);
      default -> Symbol.literal(character);
    };
  }
}
