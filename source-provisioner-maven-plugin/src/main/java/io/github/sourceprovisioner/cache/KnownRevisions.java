package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the refs of a place meant, in one file beside its revisions, as Maven keeps {@code
 * resolver-status.properties} beside versions. A ref means the same for every subdirectory.
 */
record KnownRevisions(CacheLayout layout) {

  private static final String REVISION = ".revision";
  private static final String STABILITY = ".stability";
  private static final String REF = ".ref";
  private static final String CHECKED = ".checkedAt";

  /** What is known about a location; a damaged file knows nothing. */
  Optional<KnownRevision> known(SourceLocation location) {
    return parse(read(location.coordinates()), key(location));
  }

  /** Everything that is known about a place, by ref. */
  Map<String, KnownRevision> all(Coordinates coordinates) {
    Map<String, String> values = read(coordinates);
    Map<String, KnownRevision> all = new HashMap<>();
    for (String name : values.keySet()) {
      if (name.endsWith(REVISION)) {
        String key = name.substring(0, name.length() - REVISION.length());
        parse(values, key).ifPresent(known -> all.put(key, known));
      }
    }
    return all;
  }

  /** Adds or replaces one ref and keeps the others. */
  void remember(SourceLocation location, KnownRevision known) throws IOException {
    Map<String, KnownRevision> all = new HashMap<>(all(location.coordinates()));
    all.put(key(location), known);
    write(location.coordinates(), all);
  }

  /** Makes everything that is known about a place old; how many refs that were. */
  int forget(Coordinates coordinates) throws IOException {
    Map<String, KnownRevision> all = all(coordinates);
    if (!all.isEmpty()) {
      all.replaceAll((key, known) -> new KnownRevision(known.revision(), Instant.EPOCH));
      write(coordinates, all);
    }
    return all.size();
  }

  private Map<String, String> read(Coordinates coordinates) {
    boolean plain = PlainFiles.isBelow(layout.root(), layout.artifact(coordinates));
    return plain ? SealedProperties.read(layout.status(coordinates)).orElse(Map.of()) : Map.of();
  }

  private void write(Coordinates coordinates, Map<String, KnownRevision> all) throws IOException {
    Map<String, String> values = new TreeMap<>();
    all.forEach(
        (key, known) -> {
          values.put(key + REVISION, known.revision().id());
          values.put(key + STABILITY, known.revision().stability().name());
          known.revision().ref().ifPresent(ref -> values.put(key + REF, ref));
          values.put(key + CHECKED, known.checkedAt().toString());
        });
    Path directory = new Staging(layout).create();
    try {
      new Publication(layout, directory)
          .file(SealedProperties.bytes(values), layout.status(coordinates));
    } finally {
      PlainFiles.delete(directory);
    }
  }

  private static Optional<KnownRevision> parse(Map<String, String> values, String key) {
    String id = values.get(key + REVISION);
    String stability = values.get(key + STABILITY);
    String checked = values.get(key + CHECKED);
    if (id == null || stability == null || checked == null) {
      return Optional.empty();
    }
    try {
      Optional<String> ref = Optional.ofNullable(values.get(key + REF));
      Revision revision = new Revision(id, Stability.valueOf(stability), ref);
      return Optional.of(new KnownRevision(revision, Instant.parse(checked)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The ref in a key, as the user wrote it; empty if the user named none. */
  static String ref(String key) {
    String ref = key.substring(key.indexOf(':') + 1);
    int variant = ref.indexOf('\0');
    return variant < 0 ? ref : ref.substring(0, variant);
  }

  private static String key(SourceLocation location) {
    String variant = CacheLayout.variant(location);
    String ref = location.ref().orElse("");
    return location.scheme() + ":" + ref + (variant.isEmpty() ? "" : "\0" + variant);
  }
}
