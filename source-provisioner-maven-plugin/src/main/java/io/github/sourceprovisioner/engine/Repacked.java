package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.lock.LockEntry;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.Optional;

/**
 * An archive whose host has packed the same content anew, as hosts that generate archives do: the
 * tree that is locked proves it, so other bytes around it do not matter. Only of a file that is
 * known by its digest is asked what it is now: a ref would be another question.
 *
 * @param locked the revision whose bytes are not to be had any more
 */
record Repacked(Snapshots snapshots, Errand errand, Revision locked) {

  /**
   * The snapshot of what the host has now, under the locked revision.
   *
   * @param mismatch why the locked bytes are not to be had
   * @throws IntegrityMismatch this one, unless the content is the one that is locked
   */
  Snapshot instead(IntegrityMismatch mismatch, FetchSession session)
      throws IOException, InterruptedException {
    Lock lock = snapshots.rules().lock();
    Optional<String> tree = lock.tree(errand.location(), locked);
    boolean archive = lock.entry(errand.location()).filter(LockEntry::isArchive).isPresent();
    boolean named = errand.fetcher().pinned(errand.location()).isPresent();
    if (tree.isEmpty() || !archive || named) {
      throw mismatch;
    }
    Revision now =
        TimeLimit.within(
            session.timeout(), () -> errand.fetcher().resolve(errand.location(), session));
    if (now.id().equals(locked.id())) {
      throw mismatch;
    }
    return snapshots.fetched(errand, now, session, content -> same(content, tree.get(), mismatch));
  }

  private Snapshot same(SourceTree content, String tree, IntegrityMismatch mismatch)
      throws IOException {
    if (!content.digest().value().equals(tree)) {
      throw mismatch;
    }
    snapshots
        .rooms()
        .ports()
        .console()
        .info(errand.location() + " was packed anew; its content is still the one that is locked");
    return snapshots.store(errand, locked, content);
  }
}
