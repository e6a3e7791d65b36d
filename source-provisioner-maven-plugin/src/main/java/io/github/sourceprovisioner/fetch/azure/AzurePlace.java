package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceLocation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked for, and where.
 *
 * @param endpoint what stands before the container in all URLs
 * @param account whose it is
 * @param container its name
 * @param blob the name of a blob, or the start of many; empty means the whole container
 */
record AzurePlace(URI endpoint, String account, String container, String blob) {

  /** The place of a location. */
  static AzurePlace of(SourceLocation location) {
    Map<String, String> parts = location.parameters();
    return new AzurePlace(
        URI.create(parts.getOrDefault("endpoint", location.url())),
        parts.getOrDefault("account", ""),
        parts.getOrDefault("container", ""),
        parts.getOrDefault("blob", ""));
  }

  /**
   * The URL of a blob; of the container for an empty name.
   *
   * @param proof more of the query, encoded; may be empty
   */
  URI uri(String name, SortedMap<String, String> query, String proof) {
    String path = encode(name).replace("%2F", "/");
    String parameters =
        Stream.concat(
                query.entrySet().stream().map(p -> p.getKey() + "=" + encode(p.getValue())),
                Stream.of(proof).filter(text -> !text.isEmpty()))
            .collect(Collectors.joining("&"));
    return URI.create(
        endpoint
            + "/"
            + encode(container)
            + (name.isEmpty() ? "" : "/" + path)
            + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  /** Whether the name cannot be that of a blob. */
  boolean isPrefix() {
    return blob.isEmpty() || blob.endsWith("/");
  }

  /** What the names of a tree start with; empty for the whole container. */
  String prefix() {
    return isPrefix() ? blob : blob + "/";
  }

  /** Host and port as users name servers. */
  String host() {
    return endpoint.getRawAuthority().toLowerCase(Locale.ROOT);
  }

  /** For messages: {@code container/blob}. */
  @Override
  public String toString() {
    return Redaction.redact(container + "/" + blob);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
