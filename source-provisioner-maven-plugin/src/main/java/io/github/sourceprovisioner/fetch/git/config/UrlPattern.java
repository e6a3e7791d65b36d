package io.github.sourceprovisioner.fetch.git.config;

import io.github.sourceprovisioner.model.Origin;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a section (git-config, {@code http.<url>.*}): scheme and port are exact, a label of
 * the host may be a star, and a path covers what is below it, by whole segments. A pattern with a
 * user matches nothing here, since our URLs have none.
 *
 * @param labels of the host, in lower case
 * @param port the usual one of the scheme if none is named
 * @param path without a slash at the end
 */
record UrlPattern(String scheme, List<String> labels, int port, String path) {

  /** All URLs first; then by the number of stars, the fewer the later; then by the path. */
  static final Comparator<Optional<UrlPattern>> MOST_EXACT_LAST =
      Comparator.<Optional<UrlPattern>>comparingInt(p -> p.map(UrlPattern::exactness).orElse(-1))
          .thenComparingInt(p -> p.map(pattern -> pattern.path().length()).orElse(-1));

  private static final Pattern URL =
      Pattern.compile("(https?)://([^/@:?#\\[]+|\\[[^]/@]+])(?::([0-9]{1,5}))?(/[^?#]*)?");

  private static final int MOST_LABELS = 127;

  /** Reads the URL of a section; empty if it is none for the web, or has a user. */
  static Optional<UrlPattern> of(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1);
    String port = parts.group(3) == null ? "" : ":" + parts.group(3);
    String path = parts.group(4) == null ? "" : parts.group(4).replaceFirst("/$", "");
    return Origin.of(scheme + "://any" + port)
        .map(any -> new UrlPattern(scheme, labels(parts.group(2)), any.port(), path));
  }

  boolean matches(String url) {
    Optional<Origin> origin = Origin.of(url);
    return origin.isPresent() && hasOrigin(origin.get()) && covers(URI.create(url).getRawPath());
  }

  private boolean hasOrigin(Origin origin) {
    List<String> host = labels(origin.host());
    if (!scheme.equals(origin.scheme()) || port != origin.port() || host.size() != labels.size()) {
      return false;
    }
    for (int i = 0; i < host.size(); i++) {
      if (!labels.get(i).equals("*") && !labels.get(i).equals(host.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean covers(String other) {
    return other.equals(path) || other.startsWith(path + "/");
  }

  private int exactness() {
    return MOST_LABELS - (int) labels.stream().filter("*"::equals).limit(MOST_LABELS).count();
  }

  private static List<String> labels(String host) {
    return Arrays.asList(host.toLowerCase(Locale.ROOT).split("\\.", -1));
  }
}
