package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Git's own server for HTTP as a CGI program behind the JDK's web server, on the loopback
 * interface. The program comes with git; nothing of the machine's git configuration is read.
 */
final class ReferenceGitServer implements AutoCloseable {

  final List<String> requests = new CopyOnWriteArrayList<>();
  private final Path root;
  private final Path program;
  private final HttpServer server;

  /** Serves the repositories below a directory. */
  ReferenceGitServer(Path root, Path program) throws IOException {
    this.root = root;
    this.program = program;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The program; without it the test is skipped, except where everything has to be there. */
  static Path program() {
    Optional<Path> found = find();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("git-http-backend, which comes with git").isPresent();
    }
    assumeTrue(found.isPresent(), "git-http-backend is not installed: it comes with git");
    return found.orElseThrow();
  }

  private static Optional<Path> find() {
    try {
      Process git = new ProcessBuilder("git", "--exec-path").start();
      String directory = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(Path.of(directory.strip(), "git-http-backend")).filter(Files::exists);
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }

  String url(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    byte[] body = exchange.getRequestBody().readAllBytes();
    ProcessBuilder cgi = new ProcessBuilder(program.toString());
    cgi.redirectError(ProcessBuilder.Redirect.DISCARD);
    describe(exchange, body.length, cgi.environment());
    Process process = cgi.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    }
    try (exchange) {
      relay(new BufferedInputStream(process.getInputStream()), exchange);
    }
  }

  private void describe(HttpExchange exchange, int length, Map<String, String> variables) {
    variables.putAll(
        Map.of(
            "GIT_PROJECT_ROOT", root.toString(),
            "GIT_HTTP_EXPORT_ALL", "1",
            "GIT_CONFIG_NOSYSTEM", "1",
            "HOME", root.toString(),
            "XDG_CONFIG_HOME", root.toString(),
            "REQUEST_METHOD", exchange.getRequestMethod(),
            "PATH_INFO", exchange.getRequestURI().getPath(),
            "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
            "CONTENT_LENGTH", String.valueOf(length)));
    header(exchange, "Content-Type").ifPresent(v -> variables.put("CONTENT_TYPE", v));
    header(exchange, "Content-Encoding").ifPresent(v -> variables.put("HTTP_CONTENT_ENCODING", v));
    header(exchange, "Git-Protocol").ifPresent(v -> variables.put("GIT_PROTOCOL", v));
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static void relay(InputStream from, HttpExchange exchange) throws IOException {
    int status = 200;
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      String[] header = line.split(": ", 2);
      if (header[0].equals("Status")) {
        status = Integer.parseInt(header[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(header[0], header[1]);
      }
    }
    exchange.sendResponseHeaders(status, 0);
    from.transferTo(exchange.getResponseBody());
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = from.read(); c >= 0 && c != '\n'; c = from.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
