package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven repository as a small team has it: a directory behind nginx, which takes files by PUT.
 */
public final class NginxRepository implements AutoCloseable {

  /** Who may read and write. */
  public static final String USER = "ann";

  /** Her password. */
  public static final String PASSWORD = "open-sesame";

  private static final String MAIN =
      """
      daemon off;
      worker_processes 1;
      pid %1$s/nginx.pid;
      %2$s
      events { worker_connections 64; }
      http {
        log_format short '$request_method $request_uri $status';
        access_log %3$s short;
        client_body_temp_path %1$s/body;
        fastcgi_temp_path %1$s/fastcgi;
        proxy_temp_path %1$s/proxy;
        scgi_temp_path %1$s/scgi;
        uwsgi_temp_path %1$s/uwsgi;
        client_max_body_size 0;
        server {
          listen 127.0.0.1:%4$d;
          location /team/ {
            root %1$s/store;
            auth_basic team;
            auth_basic_user_file %1$s/passwords;
            dav_methods PUT;
            create_full_put_path on;
          }
          location /forbidden/ { return 403; }
          location /broken/ { return 500; }
        }
      }
      """;

  private final Path directory;
  private final Path log;
  private final int port;
  private final Daemon nginx;

  private NginxRepository(Path directory, Path log, int port, Daemon nginx) {
    this.directory = directory;
    this.log = log;
    this.port = port;
    this.nginx = nginx;
  }

  /** An empty repository. */
  public static NginxRepository start() throws IOException {
    Path program = Installed.program("nginx", "nginx-light");
    Path directory = Files.createTempDirectory("nginx");
    Files.createDirectories(directory.resolve("store/team"));
    Files.writeString(directory.resolve("passwords"), USER + ":{PLAIN}" + PASSWORD + "\n");
    Path log = directory.resolve("requests");
    int port = Daemon.freePort();
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    Path main =
        Files.writeString(directory.resolve("main"), MAIN.formatted(directory, user, log, port));
    Daemon nginx =
        Daemon.start(
            "nginx",
            new ProcessBuilder(
                program.toString(), "-p", directory.toString(), "-e", "stderr", "-c", main + ""),
            () -> Daemon.listens(port));
    return new NginxRepository(directory, log, port, nginx);
  }

  /**
   * The URL of a path: {@code team} is the repository, {@code forbidden} and {@code broken} not.
   */
  public String url(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }

  /** Where the files of the repository are. */
  public Path store() {
    return directory.resolve("store/team");
  }

  /** Every file of the repository, relative to it. */
  public List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(store())) {
      return all.filter(Files::isRegularFile)
          .map(file -> store().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Every request so far as {@code method path status}; the newest may be missing. */
  public List<String> requests() throws IOException {
    return Files.readAllLines(log);
  }

  @Override
  public void close() throws IOException {
    nginx.close();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
