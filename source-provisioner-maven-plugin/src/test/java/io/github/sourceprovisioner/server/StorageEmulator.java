package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real server that speaks the JSON API of Google Cloud Storage: the storage emulator of Firebase.
 * It asks for no token, makes buckets by itself, and keeps one generation of an object, which it
 * gives to whoever asks for any.
 */
public final class StorageEmulator implements AutoCloseable {

  private final int port;
  private final Daemon daemon;
  private final HttpClient client = HttpClient.newHttpClient();

  private StorageEmulator(int port, Daemon daemon) {
    this.port = port;
    this.daemon = daemon;
  }

  /**
   * Starts a server; the first time, it is installed.
   *
   * @param home where it may write
   */
  public static StorageEmulator start(Path home) throws IOException {
    int port = Daemon.freePort();
    List<String> command = new ArrayList<>(NodeServer.command("gcs", "server.js"));
    command.add(String.valueOf(port));
    ProcessBuilder process = new ProcessBuilder(command);
    for (String variable : List.of("HOME", "TMPDIR", "XDG_CONFIG_HOME")) {
      process.environment().put(variable, home.toString());
    }
    return new StorageEmulator(port, Daemon.start("gcs", process, () -> Daemon.listens(port)));
  }

  /** Host and port, as {@code STORAGE_EMULATOR_HOST} has them. */
  public String host() {
    return "127.0.0.1:" + port;
  }

  /** Stores an object. */
  public void put(String bucket, String name, String content)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://%s/upload/storage/v1/b/%s/o?uploadType=media&name=%s"
                .formatted(host(), bucket, URLEncoder.encode(name, UTF_8).replace("+", "%20")));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(content))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("POST " + uri + ": " + answer.statusCode() + answer.body());
    }
  }

  @Override
  public void close() {
    daemon.close();
  }
}
