package io.github.sourceprovisioner.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who answers at a URL: scheme, host and port (RFC 6454). What is secret goes to one origin only.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port the default one of the scheme if the URL names none; -1 for a scheme without
 */
public record Origin(String scheme, String host, int port) {

  /** The origin of a URL; empty if it has no host. */
  public static Optional<Origin> of(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int port = uri.getPort() < 0 ? usual(scheme) : uri.getPort();
      return Optional.of(new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static int usual(String scheme) {
    return switch (scheme) {
      case "https" -> 443;
      case "http" -> 80;
      case "ssh" -> 22;
      case "git" -> 9418;
      default -> -1;
    };
  }
}
