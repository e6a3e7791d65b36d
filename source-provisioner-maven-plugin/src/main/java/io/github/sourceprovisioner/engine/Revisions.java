package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Decision;
import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.cache.KnownRevision;
import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Finds out what the location of an errand means: from what is known, else from its host. */
final class Revisions {

  private final SnapshotCache cache;
  private final Attempts attempts;
  private final Policy policy;
  private final Console console;
  private final Clock clock;

  Revisions(SnapshotCache cache, Attempts attempts, Policy policy, Console console, Clock clock) {
    this.cache = cache;
    this.attempts = attempts;
    this.policy = policy;
    this.console = console;
    this.clock = clock;
  }

  /** The revision that this run uses. */
  Revision of(Errand errand, FetchSession session) throws IOException, InterruptedException {
    Optional<Revision> pinned = errand.fetcher().pinned(errand.location());
    if (pinned.isPresent()) {
      return pinned.get();
    }
    Optional<KnownRevision> known = cache.known(errand.location());
    Decision decision =
        Freshness.decide(known, Optional.of(errand.ttl()), mode(errand), clock.instant());
    if (decision instanceof Decision.Use use) {
      return use.revision();
    }
    if (decision instanceof Decision.Ask ask) {
      return ask(errand, session, ask.fallback(), known);
    }
    throw Snapshots.missingOffline(errand);
  }

  /** A source on this machine can be asked without a network, also offline. */
  private Freshness.Mode mode(Errand errand) {
    boolean reachable =
        policy.mode() == Freshness.Mode.OFFLINE && errand.fetcher().local(errand.location());
    return reachable ? Freshness.Mode.NORMAL : policy.mode();
  }

  private Revision ask(
      Errand errand,
      FetchSession session,
      Optional<Revision> fallback,
      Optional<KnownRevision> known)
      throws IOException, InterruptedException {
    Revision answer;
    try {
      answer =
          cache.exclusively(
              errand.location().coordinates(),
              () ->
                  attempts.run(
                      () -> errand.fetcher().resolve(errand.location(), session), errand.retry()));
    } catch (TransferFailed e) {
      if (fallback.isEmpty() || policy.acceptMovedTags()) {
        throw e;
      }
      console.warn(
          "%s: %s; using %s, which was current at %s"
              .formatted(
                  errand.location(),
                  e.getMessage(),
                  fallback.get().id(),
                  known.map(KnownRevision::checkedAt).orElseThrow()));
      return fallback.get();
    }
    return accept(errand, answer, known.map(KnownRevision::revision));
  }

  /** A tag stays what it was first seen to be, unless the goal is to follow it. */
  private Revision accept(Errand errand, Revision answer, Optional<Revision> before) {
    boolean movedTag =
        answer.stability() == Revision.Stability.TAG
            && before.isPresent()
            && before.get().stability() == Revision.Stability.TAG
            && !before.get().id().equals(answer.id());
    if (movedTag) {
      String move =
          "%s: the tag moved from %s to %s"
              .formatted(errand.location(), before.get().id(), answer.id());
      if (!policy.acceptMovedTags()) {
        console.warn(move + "; it is kept as first seen. Run source:update to follow it");
        return before.get();
      }
      console.warn(move);
    }
    if (!policy.dryRun() && answer.stability() != Revision.Stability.LOCAL) {
      cache.remember(errand.location(), answer);
    }
    return answer;
  }
}
