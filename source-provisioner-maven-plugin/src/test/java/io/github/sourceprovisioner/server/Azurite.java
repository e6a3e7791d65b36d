package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.fetch.azure.proof.AccountKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A real server that speaks Azure Blob Storage, checks proofs, and keeps blobs in memory. */
public final class Azurite implements AutoCloseable {

  /** The account that it has. */
  public static final String ACCOUNT = "localtest";

  /** The key of the account, of the length that Azure's have. */
  public static final String KEY =
      Base64.getEncoder()
          .encodeToString("a key of the test server alone, ".repeat(2).getBytes(UTF_8));

  private static final String VERSION = "2021-12-02";

  private final int port;
  private final Daemon daemon;
  private final HttpClient client = HttpClient.newHttpClient();

  private Azurite(int port, Daemon daemon) {
    this.port = port;
    this.daemon = daemon;
  }

  /** Starts a server; the first time, it is installed. */
  public static Azurite start() throws IOException {
    int port = Daemon.freePort();
    List<String> command =
        new ArrayList<>(
            NodeServer.command("azurite", "node_modules/azurite/dist/src/blob/main.js"));
    command.addAll(List.of("--blobHost", "127.0.0.1", "--blobPort", String.valueOf(port)));
    command.addAll(
        List.of(
            "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck"));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + KEY);
    return new Azurite(port, Daemon.start("azurite", process, () -> Daemon.listens(port)));
  }

  /** Host and port. */
  public String host() {
    return "127.0.0.1:" + port;
  }

  /** The URL of a container, or of what is in it. */
  public String url(String path) {
    return "http://" + host() + "/" + ACCOUNT + "/" + path;
  }

  /** Makes a container. */
  public void make(String container) throws IOException, InterruptedException {
    send(container + "?restype=container", Map.of(), "");
  }

  /** Makes a container that everybody may read and list. */
  public void makePublic(String container) throws IOException, InterruptedException {
    send(container + "?restype=container", Map.of("x-ms-blob-public-access", "container"), "");
  }

  /** Stores a blob. */
  public void put(String container, String blob, String content)
      throws IOException, InterruptedException {
    String name = URLEncoder.encode(blob, UTF_8).replace("+", "%20").replace("%2F", "/");
    send(container + "/" + name, Map.of("x-ms-blob-type", "BlockBlob"), content);
  }

  /** Takes a snapshot of a blob. */
  public String snapshot(String container, String blob) throws IOException, InterruptedException {
    return send(container + "/" + blob + "?comp=snapshot", Map.of(), "")
        .headers()
        .firstValue("x-ms-snapshot")
        .orElseThrow();
  }

  /**
   * A shared access signature of a container.
   *
   * @param permissions {@code rl} to read and list
   */
  public static String signature(String container, String permissions, Instant ends) {
    String end = ends.truncatedTo(ChronoUnit.SECONDS).toString();
    String text =
        String.join("\n", permissions, "", end, "/blob/" + ACCOUNT + "/" + container)
            + String.join("\n", "", "", "", "", VERSION, "c", "", "", "", "", "", "", "");
    return "sv=%s&se=%s&sr=c&sp=%s&sig=%s"
        .formatted(
            VERSION,
            URLEncoder.encode(end, UTF_8),
            permissions,
            URLEncoder.encode(hmac(text), UTF_8));
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String path, Map<String, String> more, String content)
      throws IOException, InterruptedException {
    URI uri = URI.create(url(path));
    Map<String, String> headers = new TreeMap<>(more);
    headers.put("x-ms-version", VERSION);
    headers.put(
        "x-ms-date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofString(content));
    headers.forEach(request::header);
    int length = content.getBytes(UTF_8).length;
    if (length > 0) {
      headers.put("Content-Length", String.valueOf(length));
    }
    String proof = new AccountKey(ACCOUNT, KEY, "the test").authorization("PUT", uri, headers);
    HttpResponse<String> answer =
        client.send(
            request.header("Authorization", proof).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("PUT " + uri + ": " + answer.statusCode() + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    daemon.close();
  }
}
