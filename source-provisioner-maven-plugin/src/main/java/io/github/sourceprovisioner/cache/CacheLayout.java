package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.PathSegment;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where everything stands in the cache. The root is a Maven repository layout; what is not an
 * artifact stands below {@code .internal}, which no group can be called. The number below it counts
 * layouts: another one would stand beside it.
 */
record CacheLayout(Path root) {

  /** The directory of everything that is no artifact. */
  static final String INTERNAL = ".internal";

  /** The file of a place that says what its refs meant. */
  static final String STATUS = "source-status.properties";

  private static final int LONGEST_BASE = 200;
  private static final int VARIANT_DIGITS = 16;

  /** What {@link PathSegment} makes of most texts: such a name is taken as it is. */
  private static final Pattern SAFE =
      Pattern.compile("[a-z0-9_~+-]([a-z0-9._~+-]{0,101}[a-z0-9_~+-])?");

  Path internal() {
    return root.resolve(INTERNAL).resolve("v1");
  }

  Path locks() {
    return internal().resolve("locks");
  }

  Path staging() {
    return internal().resolve("staging");
  }

  Path trash() {
    return internal().resolve("trash");
  }

  Path stores() {
    return internal().resolve("stores");
  }

  Path downloads() {
    return internal().resolve("downloads");
  }

  Path store(Coordinates coordinates, String scheme) {
    return stores().resolve(PathSegment.encode(scheme)).resolve(storeName(coordinates));
  }

  /** One segment for both parts: nested directories could put one store into another. */
  static String storeName(Coordinates coordinates) {
    return PathSegment.encode(coordinates.groupId() + "/" + coordinates.artifactId());
  }

  /** The file that says: this cache is ours, and may be cleared. */
  Path ownership() {
    return root.resolve(".source-provisioner-cache");
  }

  Path artifact(Coordinates coordinates) {
    Path directory = root;
    for (String segment : group(coordinates)) {
      directory = directory.resolve(segment);
    }
    return directory.resolve(safe(coordinates.artifactId()));
  }

  Path status(Coordinates coordinates) {
    return artifact(coordinates).resolve(STATUS);
  }

  EntryFiles entry(EntryKey key) {
    String revision = revisionName(key);
    String classifier = classifier(key);
    String base =
        artifactName(key) + "-" + revision + (classifier.isEmpty() ? "" : "-" + classifier);
    String shortBase = base.length() > LONGEST_BASE ? PathSegment.encode(base) : base;
    return new EntryFiles(artifact(key.coordinates()).resolve(revision), shortBase);
  }

  /** The segments of the group, each as a directory is called. */
  static List<String> group(Coordinates coordinates) {
    return Stream.of(coordinates.groupId().split("\\.", -1)).map(CacheLayout::safe).toList();
  }

  static String artifactName(EntryKey key) {
    return safe(key.coordinates().artifactId());
  }

  static String revisionName(EntryKey key) {
    return PathSegment.encode(key.revision());
  }

  /** Empty for the whole tree. NUL is in no subdirectory, so that none looks like a variant. */
  static String classifier(EntryKey key) {
    String text = key.variant().isEmpty() ? key.subdir() : key.subdir() + "\0" + key.variant();
    return text.isEmpty() ? "" : PathSegment.encode(text);
  }

  /**
   * Tells locations apart that make different trees of one revision: another archive format,
   * parameters such as submodules, or a checksum that an earlier fetch did not verify. Empty for a
   * plain location.
   */
  static String variant(SourceLocation location) {
    StringBuilder text = new StringBuilder();
    location.archive().ifPresent(a -> field(text, "archive", a));
    location.checksum().ifPresent(c -> field(text, "checksum", c));
    location.parameters().forEach((name, value) -> field(text, "parameter " + name, value));
    if (text.isEmpty()) {
      return "";
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes)).substring(0, VARIANT_DIGITS);
  }

  /** With lengths, or {@code a}+{@code bc} would be {@code ab}+{@code c}. */
  private static void field(StringBuilder text, String name, String value) {
    text.append(name.length()).append(':').append(name);
    text.append(value.length()).append(':').append(value);
  }

  private static String safe(String segment) {
    boolean plain = SAFE.matcher(segment).matches() && !segment.contains("..");
    return plain ? segment : PathSegment.encode(segment);
  }
}
