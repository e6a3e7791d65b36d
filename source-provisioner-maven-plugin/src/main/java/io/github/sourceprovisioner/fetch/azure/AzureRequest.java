package io.github.sourceprovisioner.fetch.azure;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question to a container.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param blob its name; empty for the container itself
 * @param query the parameters, names in lower case
 * @param ifMatch the ETag that the blob must still have
 */
record AzureRequest(
    String method, String blob, SortedMap<String, String> query, Optional<String> ifMatch) {

  /** As many as come without being asked for are more than we want to hold at once. */
  private static final String PAGE = "1000";

  /** Asks what a blob is. */
  static AzureRequest head(String blob) {
    return new AzureRequest("HEAD", blob, new TreeMap<>(), Optional.empty());
  }

  /** Asks for a blob as it is now. */
  static AzureRequest get(String blob) {
    return new AzureRequest("GET", blob, new TreeMap<>(), Optional.empty());
  }

  /** Asks for a blob if it is still the one with an ETag. */
  static AzureRequest unchanged(String blob, String etag) {
    return new AzureRequest("GET", blob, new TreeMap<>(), Optional.of(etag));
  }

  /** Asks for a version of a blob, or for a snapshot, which its name begins with. */
  static AzureRequest version(String blob, String version) {
    int equals = version.indexOf('=');
    String name = equals < 0 ? "versionid" : version.substring(0, equals);
    return new AzureRequest(
        "GET", blob, new TreeMap<>(Map.of(name, version.substring(equals + 1))), Optional.empty());
  }

  /** Asks for one page of the names with a prefix. */
  static AzureRequest list(String prefix, Optional<String> marker) {
    TreeMap<String, String> query = new TreeMap<>();
    query.put("restype", "container");
    query.put("comp", "list");
    query.put("include", "metadata");
    query.put("maxresults", PAGE);
    query.put("prefix", prefix);
    marker.ifPresent(next -> query.put("marker", next));
    return new AzureRequest("GET", "", query, Optional.empty());
  }
}
