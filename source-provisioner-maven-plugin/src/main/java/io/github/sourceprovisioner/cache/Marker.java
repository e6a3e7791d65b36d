package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the properties file of an entry says. It stands beside the content, never in it, so no
 * source can bring one along.
 *
 * @param key whose entry it is
 * @param url where the content came from
 * @param stability of the revision
 * @param ref the full name of the ref, or empty
 * @param treeHash the {@code t1} digest
 * @param size of the zip in bytes; 0 if there is none
 * @param sha256 of the zip in hex; empty if there is none
 * @param created when
 */
record Marker(
    EntryKey key,
    String url,
    Stability stability,
    String ref,
    String treeHash,
    long size,
    String sha256,
    Instant created) {

  private static final String FORMAT = "1";

  /** Whether the cache has the list of files only, and the content stays elsewhere. */
  boolean isListed() {
    return sha256.isEmpty();
  }

  /** The bytes of the file. */
  byte[] bytes() {
    Map<String, String> values = new TreeMap<>();
    values.put("format", FORMAT);
    values.put("groupId", key.coordinates().groupId());
    values.put("artifactId", key.coordinates().artifactId());
    values.put("scheme", key.scheme());
    values.put("revision", key.revision());
    values.put("subdir", key.subdir());
    values.put("variant", key.variant());
    values.put("url", url);
    values.put("stability", stability.name());
    values.put("ref", ref);
    values.put("treeHash", treeHash);
    values.put("size", Long.toString(size));
    values.put("sha256", sha256);
    values.put("created", created.toString());
    return SealedProperties.bytes(values);
  }

  /** Reads a marker; empty if the file is missing, damaged, foreign, or of another format. */
  static Optional<Marker> read(Path file) {
    return SealedProperties.read(file).flatMap(Marker::parse);
  }

  private static Optional<Marker> parse(Map<String, String> values) {
    if (!FORMAT.equals(values.get("format"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Marker(
              key(values),
              value(values, "url"),
              Stability.valueOf(value(values, "stability")),
              value(values, "ref"),
              value(values, "treeHash"),
              Long.parseLong(value(values, "size")),
              value(values, "sha256"),
              Instant.parse(value(values, "created"))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static EntryKey key(Map<String, String> values) {
    return new EntryKey(
        new Coordinates(value(values, "groupId"), value(values, "artifactId")),
        value(values, "scheme"),
        value(values, "revision"),
        value(values, "subdir"),
        value(values, "variant"));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }
}
