package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.location;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** A cache with everything that keeps house in it. */
abstract class Household {

  static final Coordinates RDS = new Coordinates("com.github.acme", "rds");

  final Fixture fixture;
  final SnapshotCache cache;

  Household(@TempDir Path root) {
    this.fixture = new Fixture(root.resolve("cache"));
    this.cache = fixture.cache;
  }

  Snapshot store(Coordinates coordinates, String... types) throws IOException {
    Snapshot snapshot = cache.commit(at(coordinates), COMMIT, MemoryTree.sample());
    use(coordinates, types);
    return snapshot;
  }

  void use(Coordinates coordinates, String... types) {
    Snapshot snapshot = cache.find(at(coordinates), COMMIT).orElseThrow();
    for (String type : types) {
      cache.used(snapshot, type);
    }
  }

  /** An object store of a size, opened now. */
  Path objects(Coordinates coordinates, int bytes) throws IOException {
    Path file = cache.store(coordinates, "git").resolve("x.pack");
    Files.write(file, new byte[bytes]);
    return opened(file);
  }

  /** What a fetcher leaves that opens a store now. */
  Path opened(Path file) throws IOException {
    FileTime now = FileTime.from(fixture.clock.instant());
    Files.setLastModifiedTime(file, now);
    Files.setLastModifiedTime(file.getParent(), now);
    return file;
  }

  static SourceLocation at(Coordinates coordinates) {
    return location(coordinates, "", Optional.empty());
  }

  List<CacheEntry> list() {
    return new CacheInventory(fixture.root).list();
  }

  List<Coordinates> selected(String uri) {
    return clearing().clear(Set.of(), Optional.of(uri), true).removed().stream()
        .map(CacheEntry::coordinates)
        .toList();
  }

  Pruned prune(Optional<Duration> olderThan, OptionalLong maxBytes, boolean dryRun) {
    PruneRequest request =
        new PruneRequest(olderThan, maxBytes, Set.of(), Optional.empty(), dryRun);
    return pruning().prune(request);
  }

  CachePruning pruning() {
    return new CachePruning(fixture.root, fixture.locks, fixture.clock, fixture.console);
  }

  CacheClearing clearing() {
    return new CacheClearing(fixture.root, fixture.locks, fixture.clock, fixture.console);
  }
}
