package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/** Puts packs into a store: checked, indexed, and completed where they lean on what is there. */
final class PackReceiver {

  private final Repository store;
  private final GitSession session;

  PackReceiver(Repository store, GitSession session) {
    this.store = store;
    this.session = session;
  }

  /**
   * Takes a pack in as it comes, and reads the stream to its end.
   *
   * @throws org.eclipse.jgit.errors.MissingObjectException if the pack leans on what is not there
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it takes more memory than
   *     there is
   */
  void receive(InputStream pack) throws IOException {
    InputStream whole = PackHead.checked(new LimitedPack(pack, LimitedPack.MOST_BYTES));
    try {
      parse(whole);
    } catch (TooLargeObjectInPackException e) {
      throw GitFailures.tooLong(e);
    } catch (OutOfMemoryError e) {
      throw GitFailures.tooLarge(e);
    }
    session.check();
    if (pack.read() >= 0) {
      throw new IOException("something follows the pack");
    }
  }

  private void parse(InputStream pack) throws IOException {
    try (ObjectInserter inserter = store.newObjectInserter()) {
      PackParser parser = inserter.newPackParser(pack);
      parser.setAllowThin(true);
      parser.setObjectChecker(SafeNames.structure());
      parser.setMaxObjectSizeLimit(TreeEntry.LONGEST);
      parser.parse(new SessionMonitor(session));
      inserter.flush();
    }
  }
}
