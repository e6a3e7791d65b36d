package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.lock.LockEntry;
import io.github.sourceprovisioner.lock.LockFile;
import io.github.sourceprovisioner.lock.LockKey;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.lock.LockStore;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.workdir.WorkdirState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Writes down what a run found out, before any workdir is touched. */
record Locking(Rooms rooms, Policy policy, Lock lock) {

  /**
   * Adds what is missing in the lock file and moves what moved; everything else stays.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if another run has locked something
   *     else meanwhile
   * @throws CacheUnusable if the file cannot be written
   */
  void record(Collection<Errand> errands, Map<SourceLocation, Delivery> deliveries)
      throws InterruptedException {
    if (lock.mode() != LockMode.UPDATE || policy.dryRun()) {
      return;
    }
    List<LockEntry> found = new ArrayList<>();
    for (Errand errand : errands) {
      Delivery delivery = deliveries.get(errand.location());
      if (delivery != null) {
        entry(errand, delivery).ifPresent(found::add);
      }
    }
    List<LockEntry> changed =
        found.stream()
            .filter(entry -> !lock.file().find(entry.key()).equals(Optional.of(entry)))
            .toList();
    if (!changed.isEmpty()) {
      alone(() -> lock.store().add(lock.file(), changed));
      tell(changed);
    }
  }

  private Optional<LockEntry> entry(Errand errand, Delivery delivery) {
    Optional<Revision> revision = revision(delivery).filter(r -> r.stability() != Stability.LOCAL);
    Optional<String> tree = revision.flatMap(r -> tree(errand, delivery));
    return tree.map(
        hash ->
            new LockEntry(
                LockKey.of(errand.location()),
                revision.flatMap(Revision::ref),
                revision.map(Revision::id).orElseThrow(),
                revision.filter(r -> r.stability() == Stability.MOVING).isPresent()
                    && LockRules.floats(errand),
                hash));
  }

  private static Optional<Revision> revision(Delivery delivery) {
    if (delivery instanceof Delivery.Ready ready) {
      return Optional.of(ready.revision());
    }
    return delivery instanceof Delivery.NotNeeded known
        ? Optional.of(known.revision())
        : Optional.empty();
  }

  /**
   * Of the snapshot; where none was needed, what is locked already, or what a workdir was made of.
   */
  private Optional<String> tree(Errand errand, Delivery delivery) {
    if (delivery instanceof Delivery.Ready ready) {
      return ready.snapshot().map(Snapshot::treeHash);
    }
    return revision(delivery)
        .flatMap(known -> lock.tree(errand.location(), known))
        .or(() -> rooms.workdirs().state(errand.targets().get(0).id()).map(Locking::tree));
  }

  private static String tree(WorkdirState state) {
    return state.fingerprint().treeHash();
  }

  /** Removes every entry with another key. */
  void keepOnly(Set<LockKey> keys) throws InterruptedException {
    alone(() -> lock.store().keepOnly(keys));
  }

  /** One at a time on this machine; the guard stands in the cache, not in the user's project. */
  private void alone(Supplier<LockFile> work) throws InterruptedException {
    LockStore store = lock.store();
    Coordinates guard = new Coordinates("lock-file", store.path().toString());
    try {
      rooms.cache().exclusively(guard, work::get);
    } catch (IOException e) {
      throw new CacheUnusable(
          Problem.of("the lock file " + store.name() + " cannot be written: " + e)
              .because(e)
              .advise("check the disk, and the rights on the cache directory"));
    }
  }

  /** What moved has been told already, with what it means. */
  private void tell(List<LockEntry> changed) {
    long added = changed.stream().filter(e -> lock.file().find(e.key()).isEmpty()).count();
    changed.forEach(
        entry ->
            rooms
                .ports()
                .console()
                .debug("locked %s to %s".formatted(entry.key(), entry.revision())));
    if (added > 0) {
      rooms
          .ports()
          .console()
          .info(
              "%d new source%s locked in %s: what came first is trusted from now on; commit the file"
                  .formatted(added, added == 1 ? "" : "s", lock.store().name()));
    }
  }
}
