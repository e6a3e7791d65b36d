package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Snapshot;
import java.nio.file.Path;

/** Reads whole entries of a cache, to tell whether every byte is what it should be. */
public final class SnapshotProof {

  /** How an entry stands to the snapshot that it should hold. */
  public enum Verdict {
    /** There is no content: no entry, or one of content that stays elsewhere. */
    ABSENT,
    /** Every byte of it belongs to the wanted tree. */
    SOUND,
    /** Some of it is gone, changed, or of another tree. */
    DAMAGED
  }

  private final CacheLayout layout;

  /**
   * Proofs of one cache; nothing is ever written.
   *
   * @param root the root of the cache; absolute
   */
  public SnapshotProof(Path root) {
    layout = new CacheLayout(root);
  }

  /** Reads an entry to its end. */
  public Verdict of(Snapshot wanted) {
    EntryKey key = EntryKey.of(wanted.location(), wanted.revision());
    if (PlainFiles.attributes(layout.entry(key).marker()).isEmpty()) {
      return Verdict.ABSENT;
    }
    EntryCheck check = new EntryCheck(layout);
    if (check.isListed(key).isPresent()) {
      return Verdict.ABSENT;
    }
    return check
        .isSound(key)
        .filter(marker -> marker.treeHash().equals(wanted.treeHash()))
        .map(marker -> Verdict.SOUND)
        .orElse(Verdict.DAMAGED);
  }
}
