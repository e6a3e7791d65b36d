package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Wildcards;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are meant.
 *
 * @param types component types; empty means all
 * @param uri a glob for the whole URL if it holds {@code *} or {@code ?}, else a part of the URL or
 *     of the coordinates; empty means all
 */
record Selection(Set<String> types, Optional<String> uri) {

  /** Whether nothing is left out. */
  boolean isEverything() {
    return types.isEmpty() && uri.isEmpty();
  }

  /** Whether the entry was used by one of the types, and comes from a place that is meant. */
  boolean touches(StoredEntry entry) {
    boolean typed = types.isEmpty() || entry.shown().types().stream().anyMatch(types::contains);
    return typed && uri.filter(text -> !matches(text, entry)).isEmpty();
  }

  /** Whether the entry is meant and no type that is not meant uses it, too. */
  boolean owns(StoredEntry entry) {
    return touches(entry) && (types.isEmpty() || types.containsAll(entry.shown().types()));
  }

  /** Whether the place is meant by its name alone, whoever uses what of it. */
  boolean names(Coordinates place) {
    return types.isEmpty() && uri.filter(text -> !place.toString().contains(text)).isEmpty();
  }

  private static boolean matches(String text, StoredEntry entry) {
    String url = entry.shown().url();
    if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
      return url.contains(text) || entry.coordinates().toString().contains(text);
    }
    return Wildcards.matchText(symbols(text), url);
  }

  private static List<Wildcards.Symbol> symbols(String glob) {
    return glob.codePoints()
        .mapToObj(
            c ->
                switch (c) {
                  case '*' -> Wildcards.Symbol.ANY;
                  case '?' -> Wildcards.Symbol.one(any -> true);
                  default -> Wildcards.Symbol.literal(c);
                })
        .toList();
  }
}
