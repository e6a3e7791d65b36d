package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
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
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A repository behind a network. Brings objects into a store; never names anything there. */
final class RemoteRepository {

  private static final int HTTP_OK = 200;

  private enum Answer {
    BROUGHT,
    NOT_THIS_WAY,
    NEVER
  }

  private final GitSession session;

  RemoteRepository(GitSession session) {
    this.session = session;
  }

  /** Asks for all refs: one exchange. */
  Advertisement advertisement() throws IOException, InterruptedException {
    try (Transport transport = configured(Transport.open(uri()));
        FetchConnection connection = connect(transport, List.of())) {
      Advertisement advertisement = Advertisements.of(connection);
      session.requests().end();
      return advertisement;
    } catch (IOException | RuntimeException e) {
      throw GitFailures.explain(e, session);
    }
  }

  /**
   * Brings a commit with its trees, and with its blobs unless the host can leave them out and only
   * a part is wanted.
   *
   * @throws SourceNotFound if the host does not hand it out
   */
  void fetchCommit(Repository store, Revision revision, boolean part)
      throws IOException, InterruptedException {
    ObjectId commit = ObjectId.fromString(revision.id());
    for (FetchPlan plan : FetchPlan.forCommit(commit, revision.ref(), part)) {
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
    throw new SourceNotFound(
        Problem.of("the host does not hand out commit " + revision.id())
            .advise("check the commit id; one that no branch or tag reaches may be gone")
            .advise("pick a tag or a branch instead"));
  }

  /** Brings blobs by id, as far as the host hands out blobs. */
  void fetchBlobs(Repository store, Set<ObjectId> blobs) throws IOException, InterruptedException {
    fetch(store, FetchPlan.forBlobs(blobs));
  }

  private Answer fetch(Repository store, FetchPlan plan) throws IOException, InterruptedException {
    boolean oldProtocol = false;
    try (Transport transport = configured(Transport.open(store, uri()))) {
      plan.configure(transport);
      try (FetchConnection connection = connect(transport, List.of(plan.refPrefix()))) {
        oldProtocol = isUnfiltered(connection.getRefs(), plan.refPrefix());
        Collection<Ref> wants = plan.wants(connection);
        if (wants.isEmpty()) {
          return Answer.NOT_THIS_WAY;
        }
        long before = ObjectStore.packBytes(session.context().store());
        connection.fetch(new SessionMonitor(session), wants, Set.of());
        session.check();
        if (!session.url().isHttp()) {
          session.requests().received(ObjectStore.packBytes(session.context().store()) - before);
        }
        session.requests().end();
        return Answer.BROUGHT;
      }
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
   * since JGit skips its error line.
   */
  private Answer answer(Exception e, boolean oldProtocol) throws IOException, InterruptedException {
    boolean cut = GitFailures.find(e, EOFException.class).isPresent();
    boolean refused = GitFailures.find(e, PackProtocolException.class).isPresent() && !cut;
    Optional<RemoteRepositoryException> word = GitFailures.find(e, RemoteRepositoryException.class);
    if (session.isOver()
        || session.requests().status() > HTTP_OK
        || !(refused || word.isPresent() || (cut && oldProtocol))) {
      throw GitFailures.explain(e, session);
    }
    session.requests().fail(e);
    return word.filter(said -> String.valueOf(said.getMessage()).contains("not our ref"))
            .isPresent()
        ? Answer.NEVER
        : Answer.NOT_THIS_WAY;
  }

  private FetchConnection connect(Transport transport, List<String> prefixes) throws IOException {
    if (!session.url().isHttp()) {
      session.requests().begin(session.url().text());
    }
    FetchConnection connection = transport.openFetch(List.of(), prefixes.toArray(new String[0]));
    if (connection instanceof BasePackFetchConnection) {
      return connection;
    }
    connection.close();
    throw new UnknownSource(
        Problem.of("the host serves the repository as plain files, not as a git server does")
            .advise("ask its owner for a URL that speaks the smart protocol"));
  }

  private Transport configured(Transport transport) {
    transport.setTimeout(session.idleSeconds());
    session
        .context()
        .credential()
        .ifPresent(
            credential ->
                transport.setCredentialsProvider(new OriginCredentials(session.url(), credential)));
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(new CountedConnections(session));
    }
    return transport;
  }

  private URIish uri() {
    try {
      return new URIish(session.url().text());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a URL that was checked before", e);
    }
  }
}
