package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.model.SourceLocation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked for, and where.
 *
 * @param endpoint scheme and authority
 * @param bucket its name
 * @param object the name of an object, or the start of many; empty means the whole bucket
 */
record GcsPlace(URI endpoint, String bucket, String object) {

  /** The place of a location at an endpoint. */
  static GcsPlace of(SourceLocation location, URI endpoint) {
    return new GcsPlace(
        endpoint,
        location.parameters().getOrDefault("bucket", ""),
        location.parameters().getOrDefault("object", ""));
  }

  /** The URL of an object of the bucket; of the list of all for an empty name. */
  URI uri(String name, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(
        "%s/storage/v1/b/%s/o%s?%s"
            .formatted(
                endpoint, encode(bucket), name.isEmpty() ? "" : "/" + encode(name), parameters));
  }

  /** Whether the name cannot be that of an object. */
  boolean isPrefix() {
    return object.isEmpty() || object.endsWith("/");
  }

  /** What the names of a tree start with; empty for the whole bucket. */
  String prefix() {
    return isPrefix() ? object : object + "/";
  }

  /** For messages: {@code bucket/object}. */
  @Override
  public String toString() {
    return bucket + "/" + object;
  }

  /** A slash in the name of an object is no slash of the path. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
