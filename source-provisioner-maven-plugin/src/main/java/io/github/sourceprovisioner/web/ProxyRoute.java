package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The way to a host. A proxy of the context comes first; without one, the JVM decides, since {@code
 * -Dhttps.proxyHost} is what many set for a build behind a proxy. Environment variables never
 * count.
 *
 * @param proxy as the JDK wants it; never one that the JDK would choose by itself
 * @param server the same for messages, and with what it is shown; empty for the direct way
 */
record ProxyRoute(Proxy proxy, Optional<ProxyServer> server) {

  private static final ProxyRoute DIRECT = new ProxyRoute(Proxy.NO_PROXY, Optional.empty());

  /** The way to a URL that has a host. */
  static ProxyRoute to(URI uri, FetchContext context) {
    return context
        .proxy(uri.toString())
        .map(
            server ->
                new ProxyRoute(
                    new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(server.host(), server.port())),
                    Optional.of(server)))
        .orElseGet(() -> ofTheJvm(uri));
  }

  /** What the proxy wants to see, if anything is configured. */
  Optional<Credential> credential() {
    return server.flatMap(ProxyServer::credential);
  }

  /** Host and port of the proxy; empty for the direct way. */
  Optional<String> name() {
    return server.map(ProxyRoute::name);
  }

  static String name(ProxyServer server) {
    return server.host() + ":" + server.port();
  }

  private static ProxyRoute ofTheJvm(URI uri) {
    return Optional.ofNullable(ProxySelector.getDefault())
        .map(selector -> selector.select(uri))
        .orElse(List.of())
        .stream()
        .limit(1)
        .filter(chosen -> chosen.type() != Proxy.Type.DIRECT)
        .map(chosen -> new ProxyRoute(chosen, server(chosen.address())))
        .findFirst()
        .orElse(DIRECT);
  }

  private static Optional<ProxyServer> server(SocketAddress address) {
    return address instanceof InetSocketAddress known
        ? Optional.of(new ProxyServer(known.getHostString(), known.getPort(), Optional.empty()))
        : Optional.empty();
  }
}
