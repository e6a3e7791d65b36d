package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Locations and entries for tests. */
final class Locations {

  static final String TREE = "t1:sha256:" + "5f2b".repeat(16);
  static final String COMMIT = "d6babd6989".repeat(4);
  static final LockKey VPC =
      new LockKey("git::https://example.com/acme/infra.git", "modules/vpc", "1.10");

  private Locations() {}

  static SourceLocation git(String subdir, String ref) {
    return location("git", "https://example.com/acme/infra.git", subdir, Optional.of(ref));
  }

  static SourceLocation location(String scheme, String url, String subdir, Optional<String> ref) {
    return new SourceLocation(
        scheme,
        url,
        ref,
        subdir,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new Coordinates("com.example", "x"));
  }

  static SourceLocation with(
      SourceLocation location, Optional<String> archive, Map<String, String> parameters) {
    return new SourceLocation(
        location.scheme(),
        location.url(),
        location.ref(),
        location.subdir(),
        archive,
        location.checksum(),
        new TreeMap<>(parameters),
        location.coordinates());
  }

  static LockEntry entry(LockKey key, String revision) {
    return new LockEntry(key, Optional.of("refs/tags/" + key.version()), revision, false, TREE);
  }
}
