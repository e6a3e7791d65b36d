package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Git's own server for HTTP behind nginx: one set of repositories behind several doors, over plain
 * HTTP and, with an authority, over TLS.
 */
public final class NginxGit implements AutoCloseable {

  /** The user whom {@link Door#BASIC} lets in. */
  public static final String USER = "ann";

  /** Her password. */
  public static final String PASSWORD = "open-sesame";

  /** The token that {@link Door#BEARER} takes. */
  public static final String TOKEN = "bearer-of-good-news";

  /** What stands before a repository. */
  public enum Door {
    /** Nothing. */
    OPEN,
    /** A user and a password. */
    BASIC,
    /** A token as {@code Authorization: Bearer}; a password is refused. */
    BEARER,
    /** Something that does not let the client ask for a newer protocol. */
    OLD_PROTOCOL,
    /** A narrow one: 50 kB a second. */
    SLOW,
    /** A sign that leads to {@link #OPEN}, over plain HTTP. */
    DOWNGRADE;

    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the server shows over TLS. */
  public enum Tls {
    /** Valid under the private authority. */
    VALID,
    /** Over since days. */
    EXPIRED,
    /** Of another host. */
    OTHER_HOST
  }

  private final Path directory;
  private final NginxFiles files;
  private final Daemon backend;
  private final Daemon nginx;

  private NginxGit(Path directory, NginxFiles files, Daemon backend, Daemon nginx) {
    this.directory = directory;
    this.files = files;
    this.backend = backend;
    this.nginx = nginx;
  }

  /** Serves the repositories below a directory over plain HTTP. */
  public static NginxGit start(Path repositories) throws IOException {
    return start(repositories, Optional.empty());
  }

  /** Serves the repositories below a directory over plain HTTP and over TLS. */
  public static NginxGit start(Path repositories, PrivateAuthority authority) throws IOException {
    return start(repositories, Optional.of(authority));
  }

  private static NginxGit start(Path repositories, Optional<PrivateAuthority> authority)
      throws IOException {
    Path program = Installed.program("nginx", "nginx-light");
    Path wrapper = Installed.program("fcgiwrap", "fcgiwrap");
    Path directory = Files.createTempDirectory("nginx");
    NginxFiles files = NginxFiles.write(directory, repositories.toRealPath(), authority);
    Daemon backend =
        Daemon.start(
            "fcgiwrap",
            new ProcessBuilder(wrapper.toString(), "-c", "4", "-s", "unix:" + files.socket()),
            () -> Files.exists(files.socket()));
    try {
      return new NginxGit(directory, files, backend, nginx(program, files));
    } catch (IOException | RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  private static Daemon nginx(Path program, NginxFiles files) throws IOException {
    String directory = files.directory().toString();
    return Daemon.start(
        "nginx",
        new ProcessBuilder(
            program.toString(), "-p", directory, "-e", "stderr", "-c", files.main().toString()),
        () -> Daemon.listens(files.port()));
  }

  /** The port for plain HTTP. */
  public int port() {
    return files.port();
  }

  /** The URL of a repository by its path below the directory, over plain HTTP. */
  public String url(Door door, String repository) {
    return "http://127.0.0.1:" + port() + "/" + door.path() + "/" + repository;
  }

  /** The same over TLS. */
  public String url(Tls tls, Door door, String repository) {
    return "https://127.0.0.1:" + files.port(tls) + "/" + door.path() + "/" + repository;
  }

  /**
   * Ends the server, so that none is missing, and lists all requests.
   *
   * @return each as {@code method path status authorization}; a hyphen stands for none
   */
  public List<String> requestsToTheEnd() throws IOException {
    end();
    return Files.readAllLines(files.log());
  }

  @Override
  public void close() throws IOException {
    end();
  }

  private void end() throws IOException {
    nginx.close();
    backend.close();
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
