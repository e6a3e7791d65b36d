package io.github.sourceprovisioner.benchmark.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends the files of a directory as a host of releases does: with their length and a validator.
 *
 * @param directory holds the files
 */
record Archives(Path directory) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file = directory.resolve(path.substring(path.lastIndexOf('/') + 1));
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      String version = Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
      exchange.getResponseHeaders().set("ETag", '"' + version + '"');
      exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, Files.size(file));
      Files.copy(file, exchange.getResponseBody());
    }
  }
}
