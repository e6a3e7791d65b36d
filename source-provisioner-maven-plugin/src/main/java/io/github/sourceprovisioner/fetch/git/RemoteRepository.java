package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import java.io.EOFException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/**
 * A repository behind a network, asked in JGit's way, which knows the older protocols. Brings
 * objects into a store; never names anything there.
 */
final class RemoteRepository {

  private enum Answer {
    BROUGHT,
    NOT_THIS_WAY,
    NEVER
  }

  private final GitSession session;
  private final String base;

  /** Asks at a URL that redirects may have led to. */
  RemoteRepository(GitSession session, String base) {
    this.session = session;
    this.base = base;
  }

  /** Asks for all refs: one exchange. */
  Advertisement advertisement(Repository store) throws IOException, InterruptedException {
    try (Transport transport = open(store);
        FetchConnection connection = transport.openFetch()) {
      return Advertisements.of(connection);
    } catch (IOException | RuntimeException e) {
      throw GitFailures.explain(e, session);
    }
  }

  /**
   * Brings a commit with its trees, and with its blobs unless the host can leave them out and only
   * a part is wanted.
   *
   * @throws io.github.sourceprovisioner.failure.SourceNotFound if the host does not hand it out
   */
  void fetchCommit(Repository store, Revision revision, boolean part)
      throws IOException, InterruptedException {
    ObjectId commit = ObjectId.fromString(revision.id());
    fetchCommit(store, commit, FetchPlan.forCommit(commit, revision.ref(), part));
  }

  /** Brings a commit from a host that serves plain files: with all that came before it. */
  void fetchHistory(Repository store, Revision revision) throws IOException, InterruptedException {
    ObjectId commit = ObjectId.fromString(revision.id());
    fetchCommit(store, commit, List.of(FetchPlan.withHistory(commit)));
  }

  /** Brings blobs by id, as far as the host hands out blobs. */
  void fetchBlobs(Repository store, Set<ObjectId> blobs) throws IOException, InterruptedException {
    fetch(store, FetchPlan.forBlobs(blobs));
  }

  private void fetchCommit(Repository store, ObjectId commit, List<FetchPlan> plans)
      throws IOException, InterruptedException {
    for (FetchPlan plan : plans) {
      Answer answer = fetch(store, plan);
      if (answer == Answer.BROUGHT && store.getObjectDatabase().has(commit)) {
        return;
      }
      if (answer == Answer.BROUGHT && plan.ids().contains(commit)) {
        throw new DamagedStore("a pack that came is not found");
      }
      if (answer == Answer.NEVER) {
        break;
      }
    }
    throw GitFailures.notHandedOut(commit.name());
  }

  private Answer fetch(Repository store, FetchPlan plan) throws IOException, InterruptedException {
    boolean oldProtocol = false;
    try (Transport transport = open(store)) {
      plan.configure(transport);
      try (FetchConnection connection = transport.openFetch(List.of(), plan.refPrefix())) {
        oldProtocol = isUnfiltered(connection.getRefs(), plan.refPrefix());
        Collection<Ref> wants = plan.wants(connection);
        if (wants.isEmpty()) {
          return Answer.NOT_THIS_WAY;
        }
        connection.fetch(new SessionMonitor(session), wants, Set.of());
        session.check();
        return Answer.BROUGHT;
      }
    } catch (OutOfMemoryError e) {
      throw GitFailures.tooLarge(e);
    } catch (IOException | RuntimeException e) {
      return answer(e, oldProtocol);
    }
  }

  /** The old protocol lists every ref, whatever one asks for. */
  private static boolean isUnfiltered(Collection<Ref> refs, String prefix) {
    return !refs.stream().allMatch(ref -> ref.getName().startsWith(prefix));
  }

  /**
   * Tells an answer from a failure. A host that says "not our ref" has no such object; any other
   * refusal is about the way of asking. A host of the old protocol may seem to hang up instead,
   * since JGit skips its error line, or is still writing when it comes, or reads on behind it.
   */
  private Answer answer(Exception e, boolean oldProtocol) throws IOException, InterruptedException {
    boolean cut = GitFailures.find(e, EOFException.class).isPresent() || hasReadOn(e);
    boolean refused = GitFailures.find(e, PackProtocolException.class).isPresent() && !cut;
    Optional<RemoteRepositoryException> word = GitFailures.find(e, RemoteRepositoryException.class);
    boolean hungUp = oldProtocol && (cut || !session.url().isHttp());
    if (session.isOver()
        || GitFailures.find(e, ProvisioningException.class).isPresent()
        || !(refused || word.isPresent() || hungUp)) {
      throw GitFailures.explain(e, session);
    }
    session.requests().fail(e);
    return word.filter(said -> String.valueOf(said.getMessage()).contains("not our ref"))
            .isPresent()
        ? Answer.NEVER
        : Answer.NOT_THIS_WAY;
  }

  /** Whether JGit wants to read where no answer can be, since it has not asked. */
  private static boolean hasReadOn(Exception e) {
    String unasked = JGitText.get().startingReadStageWithoutWrittenRequestDataPendingIsNotSupported;
    return GitFailures.find(e, TransportException.class)
        .filter(said -> String.valueOf(said.getMessage()).contains(unasked))
        .isPresent();
  }

  private Transport open(Repository store) throws IOException {
    URIish uri = uri();
    if (!session.url().isHttp()) {
      return new StreamTransport(store, uri, session);
    }
    Transport transport = Transport.open(store, uri);
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(new WebConnections(session));
    }
    return transport;
  }

  private URIish uri() {
    try {
      return new URIish(base);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a URL that was checked before", e);
    }
  }
}
