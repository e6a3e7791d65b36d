package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fetch.s3.aws.Signature;
import io.github.sourceprovisioner.fetch.s3.aws.UriText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real server that speaks S3, checks signatures, and keeps its objects in memory. */
public final class S3Proxy implements AutoCloseable {

  /** The key that it knows. */
  public static final AwsKey KEY =
      new AwsKey("AKIDLOCALTEST", "local/secret+key", Optional.empty(), "the test");

  private final int port;
  private final Daemon daemon;
  private final Path properties;
  private final HttpClient client = HttpClient.newHttpClient();

  private S3Proxy(int port, Daemon daemon, Path properties) {
    this.port = port;
    this.daemon = daemon;
    this.properties = properties;
  }

  /** A server that wants every request to be signed. */
  public static S3Proxy start() throws IOException {
    return start("aws-v2-or-v4");
  }

  /** A server that lets everybody in. */
  public static S3Proxy startPublic() throws IOException {
    return start("none");
  }

  private static S3Proxy start(String authorization) throws IOException {
    int port = Daemon.freePort();
    Path file = Files.createTempFile("s3proxy", ".properties");
    Files.write(
        file,
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:" + port,
            "s3proxy.authorization=" + authorization,
            "s3proxy.identity=" + KEY.id(),
            "s3proxy.credential=" + KEY.secret(),
            "jclouds.provider=transient-nio2",
            "jclouds.identity=x",
            "jclouds.credential=x"));
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            JavaServer.classPath("s3proxy"),
            "org.gaul.s3proxy.Main",
            "--properties",
            file.toString());
    Daemon daemon = Daemon.start("s3proxy", command, () -> Daemon.listens(port));
    return new S3Proxy(port, daemon, file);
  }

  /** The URL of a bucket, or of what is in it. */
  public String url(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }

  /** Makes a bucket. */
  public void make(String bucket) throws IOException, InterruptedException {
    send("PUT", bucket, "", new byte[0]);
  }

  /** Makes a bucket that keeps old versions. */
  public void makeVersioned(String bucket) throws IOException, InterruptedException {
    make(bucket);
    String enabled = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    send("PUT", bucket, "versioning=", enabled.getBytes(UTF_8));
  }

  /**
   * Stores an object.
   *
   * @return its version, if the bucket keeps them
   */
  public Optional<String> put(String bucket, String key, String content)
      throws IOException, InterruptedException {
    return put(bucket, key, content.getBytes(UTF_8));
  }

  /** Stores an object. */
  public Optional<String> put(String bucket, String key, byte[] content)
      throws IOException, InterruptedException {
    return send("PUT", bucket + "/" + UriText.encodePath(key), "", content)
        .headers()
        .firstValue("x-amz-version-id");
  }

  private HttpResponse<String> send(String method, String path, String query, byte[] body)
      throws IOException, InterruptedException {
    URI uri = URI.create(url(path) + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    new Signature(KEY, "us-east-1", "s3", Instant.now())
        .headers(
            method, uri, Map.of("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), "UNSIGNED-PAYLOAD")
        .forEach(request::header);
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + uri + ": " + answer.statusCode() + answer.body());
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    daemon.close();
    Files.delete(properties);
  }
}
