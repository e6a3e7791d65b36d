package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.fixture.TurnableClock;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A cache, a clock that a test can turn, and words for locations. */
final class Fixture {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final Coordinates VPC = new Coordinates("com.github.acme", "vpc");
  static final Revision COMMIT =
      new Revision("0123456789abcdef0123456789abcdef01234567", Stability.FIXED, Optional.empty());

  final Path root;
  final RecordingConsole console = new RecordingConsole();
  final CacheLocks locks;
  final SnapshotCache cache;
  final TurnableClock clock = new TurnableClock();

  Fixture(Path root) {
    this.root = root;
    this.locks = new CacheLocks(root, true, Patience.DEFAULT, console);
    this.cache = new SnapshotCache(root, locks, clock, console);
  }

  static SourceLocation location() {
    return location(VPC, "", Optional.empty());
  }

  static SourceLocation location(Coordinates coordinates, String subdir, Optional<String> ref) {
    return new SourceLocation(
        "git",
        "https://github.com/acme/" + coordinates.artifactId() + ".git",
        ref,
        subdir,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        coordinates);
  }

  static Revision moving(String id) {
    return new Revision(id, Stability.MOVING, Optional.of("refs/heads/main"));
  }

  /** Every file below the root, links included, relative to it. */
  List<String> files() {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(root)) {
      return below
          .filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
          .map(p -> root.relativize(p).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of the root that a user of the repository layout sees. */
  List<String> published() {
    return files().stream().filter(f -> !f.startsWith(".")).toList();
  }
}
