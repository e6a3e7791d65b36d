package io.github.sourceprovisioner.cache;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private static boolean matches(String text, StoredEntry entry) {
    String url = entry.shown().url();
    if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
      return url.contains(text) || entry.coordinates().toString().contains(text);
    }
    String regex =
        text.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).matcher(url).matches();
  }
}
