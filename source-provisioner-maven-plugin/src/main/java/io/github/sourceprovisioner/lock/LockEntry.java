package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.util.Optional;

/**
 * What one source stands for.
 *
 * @param ref the full name that the host gave to the answer ({@code refs/tags/v1}); empty if there
 *     is none
 * @param revision what finds it: a commit id, a digest, an object version
 * @param floating whether the source says its own time to live: then a run at a desk may move the
 *     entry on
 * @param tree what proves it: the {@code t1} digest of the whole tree, before filters
 */
public record LockEntry(
    LockKey key, Optional<String> ref, String revision, boolean floating, String tree) {

  private static final String TAGS = "refs/tags/";

  /** The locked revision, as a fetcher understands it. */
  public Revision asRevision() {
    return new Revision(revision, stability(), ref);
  }

  /** Whether the version that was asked for is a tag. */
  public boolean isTag() {
    return ref.filter(name -> name.startsWith(TAGS)).isPresent();
  }

  /** Whether the revision is the digest of a file, not an answer about a ref. */
  public boolean isArchive() {
    return ref.isEmpty() && RevisionField.of(this).isArchive();
  }

  /** What names its content itself is settled before anybody reads this. */
  private Stability stability() {
    return isTag() ? Stability.TAG : Stability.MOVING;
  }
}
