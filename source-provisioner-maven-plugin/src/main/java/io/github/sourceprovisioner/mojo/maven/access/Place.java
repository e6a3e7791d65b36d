package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.model.Origin;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL as the rules for credentials see it. Nothing is normalized: what two readers could take for
 * two different paths has no path here, so that no rule for a path covers it (CVE-2026-5222).
 *
 * @param segments of the path, as written; empty if there is none, or if it may mean another one
 */
record Place(Origin origin, List<String> segments) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /** Neither a dot segment, nor one for servers that cut parameters off, nor one in disguise. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?!\\.{1,2}(?:;|$))(?:(?!%2e|%2f|%5c|%25|\\\\).)+", Pattern.CASE_INSENSITIVE);

  /** The place of a URL; empty if it has no host. */
  static Optional<Place> of(String url) {
    return Origin.of(url)
        .map(origin -> new Place(origin, segments(URI.create(url).getRawPath()).orElse(List.of())));
  }

  /** Whether nobody between here and there can read what is sent. */
  boolean isPrivate() {
    return origin.scheme().equals("https")
        || (isHttp() && LOOPBACK.matcher(origin.host()).matches());
  }

  boolean isHttp() {
    return origin.scheme().equals("https") || origin.scheme().equals("http");
  }

  boolean isSsh() {
    return origin.scheme().equals("ssh");
  }

  /** The segments of a path; empty if it is not plain. A slash at the end means nothing. */
  static Optional<List<String>> segments(String path) {
    String inner = path.replaceFirst("^/", "").replaceFirst("/$", "");
    if (inner.isEmpty()) {
      return Optional.of(List.of());
    }
    List<String> segments = Arrays.asList(inner.split("/", -1));
    return segments.stream().allMatch(segment -> PLAIN.matcher(segment).matches())
        ? Optional.of(List.copyOf(segments))
        : Optional.empty();
  }
}
