package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;
import io.github.sourceprovisioner.workdir.Replacement;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.io.IOException;

/** Writes snapshots into workdirs, and mends a damaged snapshot once on the way. */
final class Materialising {

  /** Brings a snapshot anew. */
  interface Refetch {
    Snapshot again(Revision revision) throws IOException, InterruptedException;
  }

  private final SnapshotCache cache;
  private final Workdirs workdirs;
  private final boolean force;

  Materialising(SnapshotCache cache, Workdirs workdirs, boolean force) {
    this.cache = cache;
    this.workdirs = workdirs;
    this.force = force;
  }

  /** Makes the target's workdir hold the snapshot. */
  Action write(Target target, Snapshot snapshot, Refetch refetch)
      throws IOException, InterruptedException {
    try {
      return copy(target, snapshot);
    } catch (IntegrityMismatch damaged) {
      cache.setAside(snapshot);
      return copy(target, refetch.again(snapshot.revision()));
    }
  }

  private Action copy(Target target, Snapshot snapshot) throws IOException {
    try (SourceTree tree = cache.open(snapshot)) {
      Action action =
          workdirs.materialise(
              target.id(),
              target.fingerprint(snapshot.revision().id(), snapshot.treeHash()),
              tree,
              new Replacement(force || target.settings().force()));
      cache.used(snapshot, target.id().type());
      return action;
    }
  }
}
