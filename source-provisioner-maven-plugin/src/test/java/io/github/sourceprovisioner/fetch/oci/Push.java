package io.github.sourceprovisioner.fetch.oci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Pushes artifacts into a repository of a registry that lets everybody in. */
final class Push {

  static final String OCI = "application/vnd.oci.image.manifest.v1+json";
  static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
  static final String TAR_GZ = "application/vnd.oci.image.layer.v1.tar+gzip";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Push(String registry, String repository) {
    this.base = "http://" + registry + "/v2/" + repository;
  }

  /** Pushes a blob; its descriptor without the closing brace. */
  String blob(String mediaType, byte[] content) throws IOException, InterruptedException {
    HttpResponse<String> upload =
        send(
            HttpRequest.newBuilder(URI.create(base + "/blobs/uploads/"))
                .POST(BodyPublishers.noBody()),
            202);
    String place = upload.headers().firstValue("Location").orElseThrow();
    URI to = URI.create(base).resolve(place);
    String digest = Digest.sha256(content).toString();
    String target = to + (to.getRawQuery() == null ? "?" : "&") + "digest=" + digest;
    send(
        HttpRequest.newBuilder(URI.create(target))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(content)),
        201);
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d"
        .formatted(mediaType, digest, content.length);
  }

  /** A layer. */
  String layer(String mediaType, byte[] content) throws IOException, InterruptedException {
    return blob(mediaType, content) + "}";
  }

  /** A layer that a client stores under a name. */
  String titled(String mediaType, String title, byte[] content)
      throws IOException, InterruptedException {
    return blob(mediaType, content)
        + ",\"annotations\":{\"org.opencontainers.image.title\":\"%s\"}}".formatted(title);
  }

  /** Pushes an artifact; its digest. */
  String artifact(String tag, String artifactType, String... layers)
      throws IOException, InterruptedException {
    String config = layer("application/vnd.oci.empty.v1+json", "{}".getBytes(UTF_8));
    return manifest(
        tag,
        OCI,
        ("{\"schemaVersion\":2,\"mediaType\":\"%s\",\"artifactType\":\"%s\","
                + "\"config\":%s,\"layers\":[%s]}")
            .formatted(OCI, artifactType, config, String.join(",", layers)));
  }

  /** Pushes a manifest as it stands; its digest. */
  String manifest(String tag, String mediaType, String text)
      throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(base + "/manifests/" + tag))
            .header("Content-Type", mediaType)
            .PUT(BodyPublishers.ofString(text)),
        201);
    return Digest.sha256(text.getBytes(UTF_8)).toString();
  }

  /** An archive with some files. */
  static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** A tar with one file. */
  static byte[] tar(String name, String content) {
    byte[] tar = new byte[512 + 512 + 1024];
    put(tar, 0, name);
    put(
        tar,
        100,
        "0000644\0000000000\0000000000\000%011o\00014000000000\000        0"
            .formatted(content.length()));
    put(tar, 257, "ustar\00000");
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i];
    }
    put(tar, 148, "%06o\000 ".formatted(sum));
    put(tar, 512, content);
    return tar;
  }

  /** The same, compressed. */
  static byte[] tarGz(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(tar(name, content));
    }
    return bytes.toByteArray();
  }

  private static void put(byte[] tar, int at, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException(answer.request().uri() + ": " + answer + " " + answer.body());
    }
    return answer;
  }
}
