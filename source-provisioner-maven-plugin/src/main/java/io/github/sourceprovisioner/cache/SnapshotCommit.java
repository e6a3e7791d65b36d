package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Stages one snapshot and publishes it, unless the same one is there already. */
record SnapshotCommit(CacheLayout layout, Clock clock, Path staging) {

  Snapshot commit(SourceLocation location, Revision revision, SourceTree tree) throws IOException {
    CacheTrouble trouble = new CacheTrouble(layout.root());
    StagedSnapshot staged = new SnapshotWriter(staging, trouble).write(tree);
    Marker marker = marker(location, revision, staged);
    return trouble.guard(
        () -> {
          if (!isThere(marker)) {
            new Publication(layout, staging).entry(staged, marker);
          }
          if (marker.stability() == Stability.LOCAL) {
            new LocalHistory(layout, clock.instant()).replaceBy(marker.key());
          }
          return new Snapshot(location, revision, marker.treeHash());
        });
  }

  /** Another run was faster, and every byte of what it stored is what we would store. */
  private boolean isThere(Marker ours) {
    return new EntryCheck(layout)
        .isSound(ours.key())
        .filter(winner -> winner.treeHash().equals(ours.treeHash()))
        .filter(winner -> winner.sha256().equals(ours.sha256()))
        .isPresent();
  }

  private Marker marker(SourceLocation location, Revision revision, StagedSnapshot staged) {
    return new Marker(
        EntryKey.of(location, revision),
        location.url(),
        revision.stability(),
        revision.ref().orElse(""),
        staged.treeHash(),
        staged.size(),
        staged.sha256(),
        clock.instant());
  }
}
