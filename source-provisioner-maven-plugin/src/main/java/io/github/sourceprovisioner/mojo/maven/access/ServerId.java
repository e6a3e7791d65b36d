package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.model.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The id of a {@code <server>} that names a place: {@code [scheme://]host[:port][/path]}.
 *
 * <p>A host alone stands for all of its ports and schemes. As soon as an id names a scheme, a port
 * or a path, it is exact: no port means the usual one of the scheme, and a path covers itself and
 * what is below it, by whole segments, in the same case, as written.
 *
 * @param id as it stands in the settings
 * @param scheme empty if it names none
 * @param host in lower case
 * @param port -1 if it names none
 * @param segments of its path
 */
record ServerId(String id, Optional<String> scheme, String host, int port, List<String> segments) {

  /** The longest path first, then what names a scheme, then what names a port. */
  static final Comparator<ServerId> MOST_EXACT_FIRST =
      Comparator.<ServerId>comparingInt(id -> -id.segments().size())
          .thenComparing(id -> id.scheme().isEmpty())
          .thenComparing(id -> id.port() < 0);

  /** Reads an id; empty if it names no place. */
  static Optional<ServerId> of(String id) {
    boolean schemed = id.contains("://");
    try {
      URI uri = new URI(schemed ? id : "any://" + id);
      boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null;
      if (uri.getHost() == null || more || uri.getRawFragment() != null) {
        return Optional.empty();
      }
      Optional<String> scheme =
          schemed ? Optional.of(uri.getScheme().toLowerCase(Locale.ROOT)) : Optional.empty();
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return Place.segments(uri.getRawPath())
          .map(segments -> new ServerId(id, scheme, host, uri.getPort(), segments));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether its credential may be shown there. */
  boolean covers(Place place) {
    if (!host.equals(place.origin().host())) {
      return false;
    }
    return isHostAlone() || (hasOriginOf(place) && isAbove(place.segments()));
  }

  private boolean isHostAlone() {
    return scheme.isEmpty() && port < 0 && segments.isEmpty();
  }

  private boolean hasOriginOf(Place place) {
    String url =
        scheme.orElse(place.origin().scheme()) + "://" + host + (port < 0 ? "" : ":" + port);
    return Origin.of(url).equals(Optional.of(place.origin()));
  }

  private boolean isAbove(List<String> path) {
    return path.size() >= segments.size() && path.subList(0, segments.size()).equals(segments);
  }
}
