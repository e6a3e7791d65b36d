package io.github.sourceprovisioner.web.inside;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a service that clouds put inside of a machine. Such a service is near or not there at all,
 * so nobody waits for long; and what it says is secret, so no proxy hears of it and no redirect is
 * followed. Plain HTTP is what these services speak: callers see to it that only addresses that
 * never leave the machine are asked this way.
 *
 * @param patience how long to wait for a connection, and then for each part of the answer
 */
public record InnerService(Duration patience) {

  /** What is usual: a second. */
  public static final InnerService USUAL = new InnerService(Duration.ofSeconds(1));

  private static final int LONGEST = 64 * 1024;

  /**
   * An answer.
   *
   * @param status the status of HTTP
   * @param body at most 64 KB of it; empty behind a status that says no
   */
  public record Answer(int status, String body) {}

  /**
   * Asks.
   *
   * @param method {@code GET} or {@code PUT}
   * @param headers by name
   * @return empty if nobody answers
   */
  public Optional<Answer> ask(String method, URI uri, Map<String, String> headers) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) patience.toMillis());
      connection.setReadTimeout((int) patience.toMillis());
      connection.setRequestMethod(method);
      headers.forEach(connection::setRequestProperty);
      return Optional.of(answer(connection));
    } catch (IOException nobodyThere) {
      return Optional.empty();
    }
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      connection.disconnect();
      return new Answer(status, "");
    }
    try (InputStream in = connection.getInputStream()) {
      return new Answer(status, new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
    }
  }
}
