package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.mojo.maven.access.NetrcFile.NamedFile;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.eclipse.aether.RepositorySystemSession;

/**
 * What is configured on this machine: the {@code <server>} that a source names, and nothing else;
 * or, if it names none, the first of
 *
 * <ol>
 *   <li>the {@code <server>} whose id is the place of the URL, the longest path first;
 *   <li>the token in the environment of a well-known host;
 *   <li>netrc.
 * </ol>
 *
 * <p>Proxies are those of {@code settings.xml}. Nothing is read before it is asked for.
 */
public final class MavenAccess implements Access {

  private final Servers servers;
  private final HostTokens tokens;
  private final NetrcFile netrc;
  private final Proxies proxies;
  private final boolean credentialProgramsAllowed;

  /**
   * The access of a session.
   *
   * @param servers the servers of the settings
   * @param surroundings what else is configured
   */
  public MavenAccess(
      RepositorySystemSession session, List<Server> servers, Surroundings surroundings) {
    Map<String, String> environment = surroundings.environment();
    Path home = home(environment);
    this.servers = new Servers(session, servers, new PrivateKeyFile(home));
    this.tokens = new HostTokens(environment);
    this.netrc = new NetrcFile(netrcFiles(environment, home), surroundings.console());
    this.proxies = new Proxies(session);
    this.credentialProgramsAllowed = surroundings.credentialProgramsAllowed();
  }

  @Override
  public Optional<Credential> credential(String url, Optional<String> server) {
    if (server.isPresent()) {
      return server.map(id -> servers.named(id, url));
    }
    return Place.of(url)
        .flatMap(place -> servers.of(place).or(() -> tokens.of(place)).or(() -> netrc.of(place)));
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return Place.of(url).flatMap(proxies::of);
  }

  @Override
  public boolean credentialProgramsAllowed() {
    return credentialProgramsAllowed;
  }

  /** Where git and curl look, too: {@code HOME}, else what Java says. */
  private static Path home(Map<String, String> environment) {
    return path(environment.getOrDefault("HOME", ""))
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home")));
  }

  /** The file that {@code NETRC} names, else the usual one; Windows has two usual names. */
  private static List<NamedFile> netrcFiles(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault("NETRC", "");
    if (!named.isEmpty()) {
      return path(named).stream().map(p -> new NamedFile(p, "the file that NETRC names")).toList();
    }
    NamedFile usual = new NamedFile(home.resolve(".netrc"), "~/.netrc");
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return windows
        ? List.of(usual, new NamedFile(home.resolve("_netrc"), "~/_netrc"))
        : List.of(usual);
  }

  private static Optional<Path> path(String value) {
    try {
      return Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
