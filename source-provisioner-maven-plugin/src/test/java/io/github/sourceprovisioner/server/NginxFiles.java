package io.github.sourceprovisioner.server;

import io.github.sourceprovisioner.server.NginxGit.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of one nginx.
 *
 * @param port for plain HTTP
 * @param ports for TLS; empty without an authority
 * @param log of the requests; outlives the server
 */
record NginxFiles(Path directory, int port, Map<Tls, Integer> ports, Path log) {

  private static final String MAIN =
      """
      daemon off;
      worker_processes 1;
      pid %1$s/nginx.pid;
      %2$s
      events { worker_connections 64; }
      http {
        log_format short '$request_method $request_uri $status $http_authorization';
        access_log %3$s short;
        client_body_temp_path %1$s/body;
        fastcgi_temp_path %1$s/fastcgi;
        proxy_temp_path %1$s/proxy;
        scgi_temp_path %1$s/scgi;
        uwsgi_temp_path %1$s/uwsgi;
        client_max_body_size 0;
        server { listen 127.0.0.1:%4$d; include %1$s/doors; }
      %5$s
      }
      """;

  private static final String SECURE =
      """
        server {
          listen 127.0.0.1:%2$d ssl;
          ssl_certificate %3$s;
          ssl_certificate_key %4$s;
          include %1$s/doors;
        }
      """;

  /** A named group of the location holds the path, which a rewrite would lose. */
  private static final String DOORS =
      """
      set $protocol $http_git_protocol;
      location ~ ^/open(?<repo>/.*)$ { include %1$s/git; }
      location ~ ^/basic(?<repo>/.*)$ {
        auth_basic git;
        auth_basic_user_file %1$s/passwords;
        include %1$s/git;
      }
      location ~ ^/bearer(?<repo>/.*)$ {
        if ($http_authorization != "Bearer %2$s") { return 401; }
        add_header WWW-Authenticate 'Bearer realm="git"' always;
        include %1$s/git;
      }
      location ~ ^/old_protocol(?<repo>/.*)$ { set $protocol ""; include %1$s/git; }
      location ~ ^/slow(?<repo>/.*)$ { limit_rate 50k; include %1$s/git; }
      location ~ ^/downgrade(?<repo>/.*)$ {
        return 302 http://127.0.0.1:%3$d/open$repo$is_args$args;
      }
      """;

  private static final String GIT =
      """
      fastcgi_pass unix:%1$s/fcgi;
      fastcgi_buffering off;
      fastcgi_request_buffering off;
      fastcgi_param SCRIPT_FILENAME %2$s;
      fastcgi_param GIT_PROJECT_ROOT %3$s;
      fastcgi_param GIT_HTTP_EXPORT_ALL 1;
      fastcgi_param GIT_CONFIG_NOSYSTEM 1;
      fastcgi_param HOME %1$s;
      fastcgi_param GIT_PROTOCOL $protocol;
      fastcgi_param HTTP_CONTENT_ENCODING $http_content_encoding;
      fastcgi_param PATH_INFO $repo;
      fastcgi_param REMOTE_USER $remote_user;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      """;

  /**
   * Writes everything that nginx reads.
   *
   * @param directory of its own; its path is short, since the path of a socket has to be
   */
  static NginxFiles write(Path directory, Path repositories, Optional<PrivateAuthority> authority)
      throws IOException {
    Path log =
        Files.createTempFile(
            Files.createDirectories(Path.of("target", "servers")), "nginx-requests-", ".log");
    Map<Tls, Integer> ports = new EnumMap<>(Tls.class);
    NginxFiles files = new NginxFiles(directory, Daemon.freePort(), ports, log.toAbsolutePath());
    if (authority.isPresent()) {
      for (Tls tls : Tls.values()) {
        ports.put(tls, Daemon.freePort());
      }
    }
    files.put("passwords", NginxGit.USER + ":{PLAIN}" + NginxGit.PASSWORD + "\n");
    Path program = Installed.partOfGit("git-http-backend");
    files.put("git", GIT.formatted(directory, program, repositories));
    files.put("doors", DOORS.formatted(directory, NginxGit.TOKEN, files.port));
    files.put("main", files.text(authority));
    return files;
  }

  Path main() {
    return directory.resolve("main");
  }

  Path socket() {
    return directory.resolve("fcgi");
  }

  int port(Tls tls) {
    return Optional.ofNullable(ports.get(tls)).orElseThrow();
  }

  private String text(Optional<PrivateAuthority> authority) throws IOException {
    StringBuilder secure = new StringBuilder();
    if (authority.isPresent()) {
      for (Tls tls : Tls.values()) {
        PrivateAuthority.Identity identity = identity(tls, authority.get());
        secure.append(
            SECURE.formatted(directory, port(tls), identity.certificate(), identity.key()));
      }
    }
    return MAIN.formatted(directory, user(), log, port, secure);
  }

  /** Workers of root become nobody otherwise, who may not open the socket. */
  private static String user() {
    return System.getProperty("user.name").equals("root") ? "user root;" : "";
  }

  private static PrivateAuthority.Identity identity(Tls tls, PrivateAuthority authority)
      throws IOException {
    return switch (tls) {
      case VALID -> authority.valid();
      case EXPIRED -> authority.expired();
      case OTHER_HOST -> authority.ofAnotherHost();
    };
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
