package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server of OpenSSH with keys of its own. It lets the user of the tests in, with one key, to
 * run what git runs; repositories are named by their absolute path.
 *
 * <p>As root it needs the user {@code sshd}, which its package makes.
 */
public final class Sshd implements AutoCloseable {

  private static final String CONFIG =
      """
      ListenAddress 127.0.0.1
      Port %2$d
      HostKey %1$s/host
      PidFile none
      AuthorizedKeysFile %1$s/client.pub
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin prohibit-password
      AcceptEnv GIT_PROTOCOL
      """;

  private final int port;
  private final Path directory;
  private final Daemon daemon;

  private Sshd(int port, Path directory, Daemon daemon) {
    this.port = port;
    this.directory = directory;
    this.daemon = daemon;
  }

  /**
   * Starts a server.
   *
   * @param directory for its keys and its configuration; absolute
   */
  public static Sshd start(Path directory) throws IOException {
    Path program = Installed.program("sshd", "openssh-server");
    for (String name : new String[] {"host", "client", "stranger"}) {
      generate(directory.resolve(name));
    }
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    int port = Daemon.freePort();
    Path config = Files.writeString(directory.resolve("config"), CONFIG.formatted(directory, port));
    ProcessBuilder command =
        new ProcessBuilder(program.toString(), "-D", "-e", "-f", config.toString());
    return new Sshd(port, directory, Daemon.start("sshd", command, () -> Daemon.listens(port)));
  }

  public int port() {
    return port;
  }

  /** Who may log in. */
  public String user() {
    return System.getProperty("user.name");
  }

  /** The URL of a repository by its absolute path. */
  public String url(Path repository) {
    return "ssh://" + user() + "@127.0.0.1:" + port + repository;
  }

  /** The private key that opens the server, in the form of OpenSSH, without a passphrase. */
  public Path key() {
    return directory.resolve("client");
  }

  /** A private key that the server does not know. */
  public Path strangersKey() {
    return directory.resolve("stranger");
  }

  /** The line of a {@code known_hosts} file for this server. */
  public String knownHost() throws IOException {
    return "[127.0.0.1]:" + port + " " + publicKey("host");
  }

  /** A line for this server with a key that is not its own: somebody is in between. */
  public String impostor() throws IOException {
    return "[127.0.0.1]:" + port + " " + publicKey("stranger");
  }

  @Override
  public void close() {
    daemon.close();
  }

  private String publicKey(String name) throws IOException {
    return Files.readString(directory.resolve(name + ".pub")).strip();
  }

  private static void generate(Path file) throws IOException {
    String program = Installed.program("ssh-keygen", "openssh-client").toString();
    Process process =
        new ProcessBuilder(program, "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
            .inheritIO()
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("no key at " + file);
    }
  }
}
