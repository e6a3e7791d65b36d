package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Greeting.Protocol;
import io.github.sourceprovisioner.model.Revision;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds out what refs mean, and asks as little as it can: at the first question for all names that
 * the run expects, and for all tags and branches only if that did not help.
 */
final class RefInquiry {

  private final GitSession session;
  private final KnownRepository known;

  RefInquiry(GitSession session, KnownRepository known) {
    this.session = session;
    this.known = known;
  }

  /**
   * What a ref means.
   *
   * @param ref empty means the default branch
   */
  Revision resolve(Optional<String> ref) throws IOException, InterruptedException {
    known.expect(ref);
    RefView view = known.refs();
    if (!view.covers(ref)) {
      view = ask(known.prefixes());
    }
    if (!view.isList() && new RefChoice(view.refs()).find(ref).isEmpty()) {
      view = ask(RefView.LIST);
    }
    return new RefChoice(view.refs()).choose(ref);
  }

  private RefView ask(Collection<String> prefixes) throws IOException, InterruptedException {
    RefView view = answer(prefixes);
    known.learn(view);
    return view;
  }

  private RefView answer(Collection<String> prefixes) throws IOException, InterruptedException {
    if (session.url().isFile()) {
      return RefView.whole(new GitRepositoryAccess(session, known).localRefs());
    }
    try (WireRepository remote = WireRepository.open(session, known)) {
      if (remote.protocol() != Protocol.V2) {
        return RefView.whole(new GitRepositoryAccess(session, known).olderRefs());
      }
      return known.refs().and(prefixes, remote.refs(prefixes));
    }
  }
}
