package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Greeting.Protocol;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Brings what is wanted from hosts that do not speak version 2, or not for what is wanted. */
final class OlderProtocol {

  private final GitSession session;
  private final Repository store;
  private final Stored stored;
  private final RemoteRepository remote;

  OlderProtocol(GitSession session, KnownRepository known, Repository store) {
    this.session = session;
    this.store = store;
    this.stored = new Stored(store);
    this.remote = new RemoteRepository(session, known.base(session.url()));
  }

  /** All refs of the repository. */
  Advertisement refs() throws IOException, InterruptedException {
    return remote.advertisement(store);
  }

  /**
   * Brings a directory of a commit.
   *
   * @throws io.github.sourceprovisioner.failure.SourceNotFound if the host does not hand it out
   */
  void bring(Want want, Protocol protocol) throws IOException, InterruptedException {
    if (protocol == Protocol.DUMB) {
      session.context().note("plain files without a git server: whole history");
      remote.fetchHistory(store, want.revision());
      return;
    }
    session.context().note("protocol v0: by id, by ref, or with the whole history");
    Optional<Content> here = stored.contentIfHere(want);
    if (here.isEmpty()) {
      remote.fetchCommit(store, want.revision(), !want.isWhole());
    }
    Content content = stored.content(want);
    Set<ObjectId> missing = stored.missing(content);
    if (!missing.isEmpty()) {
      remote.fetchBlobs(store, missing);
    }
    if (!stored.missing(content).isEmpty()) {
      remote.fetchCommit(store, want.revision(), false);
    }
  }
}
