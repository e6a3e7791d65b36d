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
record Materialising(SnapshotCache cache, Workdirs workdirs, Policy policy) {

  /**
   * The first mends damage; the second is for a build beside this one that prunes the cache
   * meanwhile. More would only hide a broken disk.
   */
  private static final int MOST_REFETCHES = 2;

  /** Brings a snapshot anew. */
  interface Refetch {
    Snapshot again(Revision revision) throws IOException, InterruptedException;
  }

  /**
   * Makes the target's workdir hold the snapshot.
   *
   * @param refetch empty if nobody may be asked
   * @throws IntegrityMismatch if the snapshot is damaged and cannot be mended; the workdir is as it
   *     was
   */
  Action write(Target target, Snapshot snapshot, Optional<Refetch> refetch)
      throws IOException, InterruptedException {
    Snapshot current = snapshot;
    for (int refetched = 0; ; refetched++) {
      try {
        return copyInTurn(target, current);
      } catch (IntegrityMismatch damaged) {
        if (refetch.isEmpty()) {
          throw damaged;
        }
        cache.setAside(current);
        if (refetched == MOST_REFETCHES) {
          throw hopeless(damaged);
        }
      }
      current = refetch.get().again(current.revision());
    }
  }

  private Action copyInTurn(Target target, Snapshot snapshot)
      throws IOException, InterruptedException {
    return Turn.take(() -> copy(target, snapshot));
  }

  private Action copy(Target target, Snapshot snapshot) throws IOException {
    try (SourceTree tree = cache.open(snapshot)) {
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
