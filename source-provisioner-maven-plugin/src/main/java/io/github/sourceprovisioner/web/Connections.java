package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.spi.ProxyServer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections the way we want them: no redirects, no passwords and no proxies of the JDK's
 * own. The JDK keeps connections alive for the whole run where the sockets come from the JVM's own
 * factory, and for this object where they come from another one.
 */
final class Connections {

  /** A host that sends nothing for this long is given up. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** So that it is the deadline that speaks when both are over. */
  private static final Duration A_LITTLE = Duration.ofSeconds(1);

  /** Knows no password for anyone; one for all, since the JDK keeps connections apart by it. */
  private static final Authenticator NOBODY = new Authenticator() {};

  private final Trust trust;
  private final Map<ProxyServer, SSLSocketFactory> tunnels = new HashMap<>();

  Connections(Trust trust) {
    this.trust = trust;
  }

  /** A connection that is not made yet. */
  HttpURLConnection open(URI uri, ProxyRoute route, Duration left) throws IOException {
    boolean tunnel = WebUrl.isHttps(uri) && route.credential().isPresent();
    Proxy proxy = tunnel ? Proxy.NO_PROXY : route.proxy();
    URL url = URI.create(uri.toASCIIString()).toURL();
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(proxy);
    connection.setInstanceFollowRedirects(false);
    connection.setAuthenticator(NOBODY);
    int idle = (int) Math.min(IDLE.toMillis(), left.plus(A_LITTLE).toMillis());
    connection.setConnectTimeout(idle);
    connection.setReadTimeout(idle);
    if (connection instanceof HttpsURLConnection tls) {
      trust.sockets().ifPresent(tls::setSSLSocketFactory);
      route.server().filter(any -> tunnel).map(this::tunnel).ifPresent(tls::setSSLSocketFactory);
    } else {
      route
          .credential()
          .map(Authorization::basic)
          .ifPresent(header -> connection.setRequestProperty("Proxy-Authorization", header));
    }
    return connection;
  }

  private SSLSocketFactory tunnel(ProxyServer server) {
    SSLSocketFactory tls =
        trust.sockets().orElseGet(HttpsURLConnection::getDefaultSSLSocketFactory);
    return tunnels.computeIfAbsent(server, proxy -> new TunnelSockets(tls, proxy));
  }
}
