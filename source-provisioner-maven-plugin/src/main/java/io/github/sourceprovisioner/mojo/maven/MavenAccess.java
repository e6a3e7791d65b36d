package io.github.sourceprovisioner.mojo.maven;

import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The credentials of {@code settings.xml}: those of the {@code <server>} whose id is the host of
 * the URL with its port, else the host alone. Maven has decrypted them before.
 */
public record MavenAccess(RepositorySystemSession session) implements Access {

  /** Neither mirrors nor Maven's blocker of plain http know this content type. */
  private static final String CONTENT_TYPE = "source";

  @Override
  public Optional<Credential> credential(String url, Optional<String> server) {
    return ids(url).stream().flatMap(id -> of(id, url).stream()).findFirst();
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return Optional.empty();
  }

  private Optional<Credential> of(String id, String url) {
    RemoteRepository host = new RemoteRepository.Builder(id, CONTENT_TYPE, url).build();
    Authentication found = session.getAuthenticationSelector().getAuthentication(host);
    if (found == null) {
      return Optional.empty();
    }
    RemoteRepository known = new RemoteRepository.Builder(host).setAuthentication(found).build();
    try (AuthenticationContext context = AuthenticationContext.forRepository(session, known)) {
      String user = context.get(AuthenticationContext.USERNAME);
      String password = context.get(AuthenticationContext.PASSWORD);
      return user == null && password == null
          ? Optional.empty()
          : Optional.of(
              new Credential(
                  "<server> " + id, user == null ? "" : user, password == null ? "" : password));
    }
  }

  /** The ids that a server for the URL may have, the most exact first. */
  private static List<String> ids(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null) {
        return List.of();
      }
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return uri.getPort() < 0 ? List.of(host) : List.of(host + ":" + uri.getPort(), host);
    } catch (URISyntaxException e) {
      return List.of();
    }
  }
}
