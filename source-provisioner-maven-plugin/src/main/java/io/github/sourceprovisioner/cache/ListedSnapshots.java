package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Snapshots whose content stays elsewhere on this machine, such as artifacts in Maven's local
 * repository: nothing is stored twice. Their entries have a marker and the list of files, against
 * which the content is checked whenever it is opened.
 */
public final class ListedSnapshots {

  private final CacheLayout layout;
  private final Clock clock;

  ListedSnapshots(CacheLayout layout, Clock clock) {
    this.layout = layout;
    this.clock = clock;
  }

  /** Whether the entry of a snapshot is a list, and the one that belongs to its tree. */
  public boolean holds(Snapshot snapshot) {
    return new EntryCheck(layout)
        .isListed(EntryKey.of(snapshot.location(), snapshot.revision()))
        .filter(marker -> marker.treeHash().equals(snapshot.treeHash()))
        .isPresent();
  }

  /**
   * Stores the list of a tree, which is read once.
   *
   * @param tree one that has been checked; the caller closes it
   * @throws IOException if the tree cannot be read
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the cache cannot be written
   */
  public Snapshot commit(SourceLocation location, Revision revision, SourceTree tree)
      throws IOException {
    String lines = tree.digest().lines();
    Marker marker =
        new Marker(
            EntryKey.of(location, revision),
            location.url(),
            revision.stability(),
            revision.ref().orElse(""),
            TreeDigest.of(lines),
            0,
            "",
            clock.instant());
    return new CacheTrouble(layout.root())
        .guard(
            () -> {
              publish(lines, marker);
              return new Snapshot(location, revision, marker.treeHash());
            });
  }

  private void publish(String lines, Marker marker) throws IOException {
    Path staging = new Staging(layout).create();
    try {
      new Publication(layout, staging).list(lines, marker);
    } finally {
      PlainFiles.delete(staging);
    }
  }

  /**
   * The content of a snapshot, checked against the list now, every file when its stream has been
   * read to the end. Closing it closes the content.
   *
   * @param content what was opened where it stays
   * @throws IntegrityMismatch if it is not what the list promises; the streams throw it, too
   */
  public SourceTree check(Snapshot snapshot, SourceTree content) {
    EntryFiles files = layout.entry(EntryKey.of(snapshot.location(), snapshot.revision()));
    return TreeLines.read(files.lines(), snapshot.treeHash())
        .map(lines -> new ListedTree(content, lines, () -> mismatch(snapshot)))
        .orElseThrow(() -> mismatch(snapshot));
  }

  private static IntegrityMismatch mismatch(Snapshot snapshot) {
    return new IntegrityMismatch(
        Problem.of(
                "%s at %s does not hold the files that are listed in the cache"
                    .formatted(snapshot.location(), snapshot.revision().id()))
            .advise(
                "remove the list with source:cache-clear -Dsource.uri="
                    + snapshot.location().url()));
  }
}
