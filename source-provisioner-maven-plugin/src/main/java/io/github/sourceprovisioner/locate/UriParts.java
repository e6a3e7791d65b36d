package io.github.sourceprovisioner.locate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source string taken apart, nothing decoded yet: {@code force::place//marked?query#fragment}.
 *
 * @param force the forced getter, one layer; empty if there is none
 * @param place what is left after the other parts are cut off
 * @param marked the subdirectory behind the first {@code //} that follows {@code ://} and precedes
 *     the query; present and empty for a bare {@code //}, which still marks where the place ends
 * @param query without its question mark; may be empty
 * @param fragment without its hash
 */
record UriParts(
    String force, String place, Optional<String> marked, String query, Optional<String> fragment) {

  private static final Pattern FORCED = Pattern.compile("([A-Za-z0-9]+)::(.+)");

  /** Any string has parts; what they mean is for others to say. */
  static UriParts of(String uri) {
    Matcher forced = FORCED.matcher(uri);
    boolean isForced = forced.matches();
    String rest = isForced ? forced.group(2) : uri;
    int hash = rest.indexOf('#');
    String unhashed = hash < 0 ? rest : rest.substring(0, hash);
    int mark = unhashed.indexOf('?');
    String path = mark < 0 ? unhashed : unhashed.substring(0, mark);
    int slashes = path.indexOf("//", afterScheme(path));
    return new UriParts(
        isForced ? forced.group(1) : "",
        slashes < 0 ? path : path.substring(0, slashes),
        slashes < 0 ? Optional.empty() : Optional.of(path.substring(slashes + 2)),
        mark < 0 ? "" : unhashed.substring(mark + 1),
        hash < 0 ? Optional.empty() : Optional.of(rest.substring(hash + 1)));
  }

  private static int afterScheme(String path) {
    int scheme = path.indexOf("://");
    return scheme < 0 ? 0 : scheme + 3;
  }

  /** Whether the place begins with {@code scheme://}. */
  boolean isUrl() {
    return place.contains("://");
  }

  /** The place up to its first slash. */
  String firstSegment() {
    int slash = place.indexOf('/');
    return slash < 0 ? place : place.substring(0, slash);
  }

  /** Names no part, since two of them may hold secrets. */
  @Override
  public String toString() {
    return "parts of a source";
  }
}
