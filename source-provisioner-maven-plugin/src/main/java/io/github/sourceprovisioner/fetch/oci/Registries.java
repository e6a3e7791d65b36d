package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.Conversation.Ways;
import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Logins;
import io.github.sourceprovisioner.fetch.oci.auth.Standing;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.fetch.oci.docker.DockerLogins;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.Trust;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The registries of one run. What was learned with one credential is not used for another. */
final class Registries {

  private record Key(String url, Optional<Credential> credential) {}

  private final ConcurrentMap<Key, KnownRepository> repositories = new ConcurrentHashMap<>();
  private final Ways ways;
  private final Logins logins;

  Registries(Ways ways, Logins logins) {
    this.ways = ways;
    this.logins = logins;
  }

  /** Those that this machine and its user reach. */
  static Registries ofThisUser() {
    InstantSource clock = InstantSource.system();
    Path home = Path.of(System.getProperty("user.home", "")).toAbsolutePath();
    return new Registries(
        new Ways(context -> new HttpWeb(context, clock, Trust.jvm()), clock),
        DockerLogins.of(System.getenv(), home));
  }

  /**
   * A talk about the repository of a location.
   *
   * @param url {@code oci://host:port/path}
   */
  Conversation open(String url, FetchContext context) {
    Repository repository = Repository.of(url);
    Optional<Credential> configured =
        context.credential().or(() -> context.credential(repository.page()));
    KnownRepository known =
        repositories.computeIfAbsent(
            new Key(url, configured),
            key -> new KnownRepository(standing(repository, configured, context)));
    return Conversation.about(repository, known, context, ways);
  }

  private Standing standing(
      Repository repository, Optional<Credential> configured, FetchContext context) {
    return new Standing(
        repository.registry(),
        repository.name(),
        () ->
            configured.isPresent()
                ? new Visitor(configured.map(Login::password), List.of())
                : logins.find(repository.registry(), repository.name(), context));
  }
}
