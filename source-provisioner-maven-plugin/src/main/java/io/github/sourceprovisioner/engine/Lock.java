package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.KnownRevision;
import io.github.sourceprovisioner.lock.LockEntry;
import io.github.sourceprovisioner.lock.LockFile;
import io.github.sourceprovisioner.lock.LockKey;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.lock.LockStore;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the lock file says in one run.
 *
 * @param file what it said when the run began
 */
record Lock(LockStore store, LockMode mode, LockFile file) {

  /**
   * Reads the lock file of a project.
   *
   * @param asked what the user says of it
   */
  static Lock of(Rooms rooms, Optional<LockMode> asked) {
    Path path = rooms.layout().lockFile();
    String name = rooms.layout().baseDirectory().relativize(path).toString().replace('\\', '/');
    LockStore store = new LockStore(path, name);
    Optional<String> ci = Optional.ofNullable(rooms.ports().environment().get("CI"));
    LockMode mode = LockMode.of(asked, ci, asked.isEmpty() && ci.isPresent() && store.exists());
    return new Lock(store, mode, mode == LockMode.OFF ? LockFile.EMPTY : store.read());
  }

  /** What a location is locked to. */
  Optional<LockEntry> entry(SourceLocation location) {
    return file.isEmpty() ? Optional.empty() : file.find(LockKey.of(location));
  }

  boolean isFrozen() {
    return mode == LockMode.FROZEN;
  }

  /** The tree that a location has to have at a revision; empty if nothing is locked for that. */
  Optional<String> tree(SourceLocation location, Revision revision) {
    return entry(location)
        .filter(entry -> entry.revision().equals(revision.id()))
        .map(LockEntry::tree);
  }

  /**
   * What is known about a location: what it is locked to, and when its host was last asked.
   *
   * @param cached what the cache knows
   */
  Optional<KnownRevision> known(SourceLocation location, Optional<KnownRevision> cached) {
    Instant asked = cached.map(KnownRevision::checkedAt).orElse(Instant.EPOCH);
    return entry(location)
        .map(entry -> new KnownRevision(entry.asRevision(), asked))
        .or(() -> cached);
  }
}
