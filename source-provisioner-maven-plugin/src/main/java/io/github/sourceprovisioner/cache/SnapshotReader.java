package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Opens one snapshot: the lines against the tree hash, the zip against the lines. */
record SnapshotReader(CacheLayout layout, Snapshot snapshot) {

  /**
   * The tree, of which every stream checks itself.
   *
   * @throws IntegrityMismatch if the entry is gone or is not what the tree hash promises
   */
  SourceTree open() {
    EntryFiles files = layout.entry(EntryKey.of(snapshot.location(), snapshot.revision()));
    Map<String, TreeLines.Line> lines = lines(files);
    boolean plain =
        PlainFiles.isBelow(layout.root(), files.directory())
            && PlainFiles.attributes(files.zip()).filter(a -> a.isRegularFile()).isPresent();
    if (!plain) {
      throw mismatch("no zip");
    }
    return tree(files, lines);
  }

  private Map<String, TreeLines.Line> lines(EntryFiles files) {
    return TreeLines.read(files.lines(), snapshot.treeHash())
        .orElseThrow(() -> mismatch("another list of files than promised"));
  }

  private SourceTree tree(EntryFiles files, Map<String, TreeLines.Line> lines) {
    try {
      ZipFile zip = ZipTree.zip(files.zip());
      try {
        return new ZipTree(zip, lines, this::mismatch);
      } catch (RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IntegrityMismatch e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      IntegrityMismatch failure = mismatch("no readable zip");
      failure.addSuppressed(e);
      throw failure;
    }
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
