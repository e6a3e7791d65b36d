package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Proxy;

/** The active {@code <proxies>} of the settings, with the hosts that they leave out. */
record Proxies(RepositorySystemSession session) {

  /** The proxy on the way to a place; only http and https know proxies. */
  Optional<ProxyServer> of(Place place) {
    if (!place.isHttp()) {
      return Optional.empty();
    }
    String url = place.origin().scheme() + "://" + place.origin().host() + "/";
    Proxy proxy = session.getProxySelector().getProxy(Login.repository(url));
    return proxy == null ? Optional.empty() : Optional.of(server(proxy));
  }

  private ProxyServer server(Proxy proxy) {
    String name = "<proxy> " + proxy.getHost() + ":" + proxy.getPort();
    Login login = Login.ofProxy(session, proxy).checked(name);
    return new ProxyServer(
        proxy.getHost(),
        proxy.getPort(),
        login.user().map(user -> new Credential(name, user, login.password().orElse(""))));
  }
}
