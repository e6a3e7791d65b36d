package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The registry of the distribution project. Several of them can serve one storage, each behind a
 * door of its own: so what is pushed through the open one is there behind the others.
 */
public final class DockerRegistry implements AutoCloseable {

  /** The user whom a password lets in. */
  public static final String USER = "ann";

  /** Her password. */
  public static final String PASSWORD = "open-sesame";

  /** What a registry with tokens calls itself. */
  public static final String SERVICE = "registry-of-the-tests";

  /** Her password with bcrypt, the only hash that the registry reads. */
  private static final String HASH = "$2a$04$abcdefghijklmnopqrstuuXcjcm5avyCiJoD2uS24xa2lb6fjMB3G";

  private static final String CONFIG =
      """
      version: 0.1
      log: { level: warn }
      storage: { filesystem: { rootdirectory: %1$s }, delete: { enabled: true } }
      http:
        addr: 127.0.0.1:%2$d
        relativeurls: true
      %3$s
      """;

  private final int port;
  private final Daemon daemon;

  private DockerRegistry(int port, Daemon daemon) {
    this.port = port;
    this.daemon = daemon;
  }

  /** Lets everybody in, also to write. */
  public static DockerRegistry open(Path storage) throws IOException {
    return start(storage, "");
  }

  /** Lets one user in, with a password. */
  public static DockerRegistry withPassword(Path storage) throws IOException {
    Path passwords = Files.writeString(storage.resolve("passwords"), USER + ":" + HASH + "\n");
    return start(storage, "auth: { htpasswd: { realm: tests, path: " + passwords + " } }");
  }

  /** Lets those in who have a token of an issuer. */
  public static DockerRegistry withTokens(Path storage, TokenIssuer issuer) throws IOException {
    return start(
        storage,
        "auth: { token: { realm: '%s', service: %s, issuer: %s, rootcertbundle: %s } }"
            .formatted(issuer.url(), SERVICE, TokenIssuer.NAME, issuer.authority()));
  }

  /** Lets everybody in, over TLS. */
  public static DockerRegistry overTls(Path storage, PrivateAuthority.Identity identity)
      throws IOException {
    return start(
        storage,
        "  tls: { certificate: %s, key: %s }".formatted(identity.certificate(), identity.key()));
  }

  private static DockerRegistry start(Path storage, String more) throws IOException {
    Path program = Installed.program("docker-registry", "docker-registry");
    int port = Daemon.freePort();
    Path config =
        Files.writeString(
            Files.createTempFile(storage, "registry-", ".yml"),
            CONFIG.formatted(storage.resolve("registry"), port, more));
    ProcessBuilder command = new ProcessBuilder(program.toString(), "serve", config.toString());
    command.environment().put("OTEL_TRACES_EXPORTER", "none");
    return new DockerRegistry(
        port, Daemon.start("docker-registry", command, () -> Daemon.listens(port)));
  }

  /** Host and port. */
  public String name() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    daemon.close();
  }
}
