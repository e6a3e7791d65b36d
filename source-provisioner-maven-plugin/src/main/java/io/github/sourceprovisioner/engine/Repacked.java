package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An archive whose host has packed the same content anew, as hosts that generate archives do: the
 * tree that is locked proves it, so other bytes around it do not matter.
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
    Optional<String> tree = snapshots.rules().lock().tree(errand.location(), locked);
    boolean named = errand.fetcher().pinned(errand.location()).isPresent();
    if (tree.isEmpty() || named) {
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
    if (!digest(content).equals(tree)) {
      throw mismatch;
    }
    snapshots
        .rooms()
        .ports()
        .console()
        .info(errand.location() + " was packed anew; its content is still the one that is locked");
    return snapshots.store(errand, locked, content);
  }

  private static String digest(SourceTree tree) throws IOException {
    TreeDigest whole = new TreeDigest();
    for (TreeEntry entry : tree.entries()) {
      MessageDigest digest = TreeDigest.sha256();
      try (InputStream in = tree.open(entry)) {
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      }
      whole.add(entry.type(), HexFormat.of().formatHex(digest.digest()), entry.path());
    }
    return whole.value();
  }
}
