package io.github.sourceprovisioner.fetch.git.config;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The value of {@code http.proxy}: {@code [http://][user[:password]@]host[:port]}. */
final class ProxyUrl {

  /** What curl takes, and so does git. */
  private static final int USUAL_PORT = 1080;

  private ProxyUrl() {}

  /** The proxy; empty if it is malformed, or speaks anything but plain HTTP. */
  static Optional<ProxyServer> parse(String value) {
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
        return Optional.empty();
      }
      int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
      Optional<String> login = Optional.ofNullable(uri.getRawUserInfo());
      return Optional.of(new ProxyServer(uri.getHost(), port, login.map(ProxyUrl::credential)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Credential credential(String login) {
    int colon = login.indexOf(':');
    return new Credential(
        "the git configuration",
        decoded(colon < 0 ? login : login.substring(0, colon)),
        colon < 0 ? "" : decoded(login.substring(colon + 1)));
  }

  /** Undoes the percent signs; a plus sign stays one. */
  private static String decoded(String part) {
    return part.isEmpty() ? "" : URI.create("http://" + part + "@any").getUserInfo();
  }
}
