package io.github.sourceprovisioner.benchmark.link;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Answers with git's own CGI program.
 *
 * @param program {@code git-http-backend}
 * @param root the repositories are below it
 */
record GitProgram(Path program, Path root) implements HttpHandler {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "CONTENT_TYPE",
          "Content-Encoding", "HTTP_CONTENT_ENCODING",
          "Git-Protocol", "GIT_PROTOCOL");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Process process = program(exchange, body.length).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(body);
      }
      try (InputStream out = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
        exchange.sendResponseHeaders(status(out, exchange.getResponseHeaders()), 0);
        out.transferTo(exchange.getResponseBody());
      } finally {
        process.destroy();
      }
    }
  }

  private ProcessBuilder program(HttpExchange exchange, int length) {
    ProcessBuilder cgi = new ProcessBuilder(program.toString());
    cgi.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> variables = cgi.environment();
    variables.put("GIT_PROJECT_ROOT", root.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    variables.put(
        "QUERY_STRING", Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
    variables.put("CONTENT_LENGTH", String.valueOf(length));
    configure(variables);
    HEADERS.forEach(
        (header, variable) -> {
          String value = exchange.getRequestHeaders().getFirst(header);
          if (value != null) {
            variables.put(variable, value);
          }
        });
    return cgi;
  }

  /** What large hosts allow; git itself does not unless it is told to. */
  private static void configure(Map<String, String> variables) {
    List<String> settings =
        List.of("uploadpack.allowFilter=true", "uploadpack.allowAnySHA1InWant=true");
    variables.put("GIT_CONFIG_COUNT", String.valueOf(settings.size()));
    for (int i = 0; i < settings.size(); i++) {
      String[] setting = settings.get(i).split("=", 2);
      variables.put("GIT_CONFIG_KEY_" + i, setting[0]);
      variables.put("GIT_CONFIG_VALUE_" + i, setting[1]);
    }
  }

  private static int status(InputStream from, Headers to) throws IOException {
    int status = 200;
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      String[] header = line.split(": ", 2);
      if (header[0].equals("Status")) {
        status = Integer.parseInt(header[1].substring(0, 3));
      } else {
        to.add(header[0], header[1]);
      }
    }
    return status;
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = from.read(); c >= 0 && c != '\n'; c = from.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
