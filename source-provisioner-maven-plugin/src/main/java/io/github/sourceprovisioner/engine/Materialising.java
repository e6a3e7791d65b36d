package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;
import io.github.sourceprovisioner.workdir.Replacement;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.io.IOException;
import java.util.Optional;

/** Writes a snapshot into a workdir, and has it brought anew if it turns out to be damaged. */
record Materialising(SnapshotCache cache, Workdirs workdirs, Policy policy, Opening opening) {

  /**
   * The first mends damage; the others are for builds beside this one that prune the cache, or mend
   * it themselves, where there are no locks. More would only hide a broken disk.
   */
  private static final int MOST_REFETCHES = 4;

  /** Brings a snapshot anew. */
  interface Refetch {
    Snapshot again(Revision revision) throws IOException, InterruptedException;
  }

  /**
   * Makes the target's workdir hold the snapshot.
   *
   * @param refetch empty if nobody may be asked
   * @throws IntegrityMismatch if the snapshot is damaged and cannot be mended, or its content stays
   *     elsewhere and is another one now; the workdir is as it was
   */
  Action write(Target target, Snapshot snapshot, Optional<Refetch> refetch)
      throws IOException, InterruptedException {
    try {
      return Turn.take(() -> copy(target, snapshot));
    } catch (IntegrityMismatch damaged) {
      if (refetch.isEmpty() || cache.listed().holds(snapshot)) {
        throw damaged;
      }
      return cache.exclusively(
          snapshot.location().coordinates(), () -> mended(target, snapshot, refetch.get()));
    }
  }

  /**
   * Under the lock of the place, nobody prunes away what was just brought. Without a turn: those
   * who have one may wait for this lock.
   */
  private Action mended(Target target, Snapshot snapshot, Refetch refetch)
      throws IOException, InterruptedException {
    cache.setAside(snapshot);
    Snapshot current = refetch.again(snapshot.revision());
    for (int refetched = 1; ; refetched++) {
      try {
        return copy(target, current);
      } catch (IntegrityMismatch damaged) {
        cache.setAside(current);
        if (refetched == MOST_REFETCHES) {
          throw hopeless(damaged);
        }
      }
      current = refetch.again(current.revision());
    }
  }

  private Action copy(Target target, Snapshot snapshot) throws IOException, InterruptedException {
    try (SourceTree tree = opening.open(snapshot)) {
      Action action =
          workdirs.materialise(
              target.id(),
              target.fingerprint(snapshot.revision().id(), snapshot.treeHash()),
              tree,
              new Replacement(policy.forces(target)));
      cache.used(snapshot, target.id().type());
      return action;
    }
  }

  private static IntegrityMismatch hopeless(IntegrityMismatch damaged) {
    return new IntegrityMismatch(
        Problem.of(damaged.problem().message() + ", each time that it was fetched")
            .because(damaged)
            .advise("check the disk of the cache, and what else writes there")
            .advise("name a cache on another disk with -Dsource.cacheDirectory=…"));
  }
}
