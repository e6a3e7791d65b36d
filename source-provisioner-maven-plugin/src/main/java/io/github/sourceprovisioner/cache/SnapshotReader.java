package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;

/** Opens one snapshot: the lines against the tree hash, the zip against the lines. */
record SnapshotReader(CacheLayout layout, Snapshot snapshot) {

  /**
   * The tree, of which every stream checks itself.
   *
   * @throws IntegrityMismatch if the entry is gone or is not what the tree hash promises
   */
  SourceTree open() {
    EntryFiles files = layout.entry(EntryKey.of(snapshot.location(), snapshot.revision()));
    TreeReader reader =
        new TreeReader(files.zip(), files.lines(), snapshot.treeHash(), this::mismatch);
    boolean plain =
        PlainFiles.isBelow(layout.root(), files.directory())
            && PlainFiles.attributes(files.zip()).filter(a -> a.isRegularFile()).isPresent();
    if (!plain) {
      throw mismatch("no zip");
    }
    return reader.open();
  }

  private IntegrityMismatch mismatch(String what) {
    return new IntegrityMismatch(
        Problem.of(
                "the cached snapshot of "
                    + snapshot.location()
                    + " at "
                    + snapshot.revision().id()
                    + " is damaged: "
                    + what)
            .advise("run once without -o, so that it is fetched again")
            .advise("remove it with source:cache-clear -Dsource.uri=" + snapshot.location().url()));
  }
}
