package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.Credential;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.eclipse.aether.RepositorySystemSession;

/** The {@code <servers>} of the settings. Maven has decrypted them before. */
final class Servers {

  private final RepositorySystemSession session;
  private final List<Server> configured;
  private final PrivateKeyFile keys;

  /**
   * The servers of a session.
   *
   * @param configured what the settings say of them; of the secrets, only headers are read here
   * @param keys who reads private keys
   */
  Servers(RepositorySystemSession session, List<Server> configured, PrivateKeyFile keys) {
    this.session = session;
    this.configured = List.copyOf(configured);
    this.keys = keys;
  }

  /**
   * The credential of the server with an id, whatever the host.
   *
   * @throws AccessDenied if there is no such server, or it holds nothing for such a URL
   */
  Credential named(String id, String url) {
    return of(id, Place.of(url).map(Place::isSsh).orElse(false)).orElseThrow(() -> missing(id));
  }

  /** The credential of the server whose id covers the place most exactly. */
  Optional<Credential> of(Place place) {
    return configured.stream()
        .map(Server::getId)
        .filter(Objects::nonNull)
        .flatMap(id -> ServerId.of(id).stream())
        .filter(id -> id.covers(place))
        .sorted(ServerId.MOST_EXACT_FIRST)
        .flatMap(id -> of(id.id(), place.isSsh()).stream())
        .findFirst();
  }

  private Optional<Credential> of(String id, boolean ssh) {
    String name = "<server> " + Redaction.redact(id);
    Login login = Login.ofServer(session, id).checked(name);
    if (ssh && login.privateKey().isPresent()) {
      return login.privateKey().map(path -> withKey(login, path, name));
    }
    if (login.password().isPresent() || login.isUserAlone()) {
      return Optional.of(
          new Credential(name, login.user().orElse(""), login.password().orElse("")));
    }
    return ssh ? Optional.empty() : header(id, name);
  }

  private Credential withKey(Login login, String path, String name) {
    return new Credential(
        name,
        login.user().orElse(""),
        login.password().orElse(""),
        Optional.of(keys.read(path, name)),
        login.passphrase());
  }

  private Optional<Credential> header(String id, String name) {
    return configured.stream()
        .filter(server -> id.equals(server.getId()))
        .flatMap(server -> AuthorizationHeader.of(server, name).stream())
        .findFirst();
  }

  private AccessDenied missing(String id) {
    String shown = Redaction.redact(id);
    boolean known = configured.stream().anyMatch(server -> id.equals(server.getId()));
    return new AccessDenied(
        known
            ? Problem.of("the <server> " + shown + " holds nothing to show to this host")
                .advise("give it a <username> and a <password>, or a <password> that is a token")
                .advise("give it a <privateKey> if the URL starts with ssh://")
            : Problem.of("there is no <server> with the id " + shown)
                .advise("add <server><id>" + shown + "</id>…</server> to settings.xml")
                .advise("remove 'auth', so that the host of the URL decides"));
  }
}
