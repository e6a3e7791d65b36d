package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Decision;
import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.cache.KnownRevision;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds out what the location of an errand means: from what is known, else from its host. A ref is
 * asked for once a run, whatever comes of it: all components get the same answer. A host that does
 * not answer for one ref is not asked for another.
 */
final class Revisions {

  private final Rooms rooms;
  private final Policy policy;
  private final Attempts attempts;
  private final Lock lock;
  private final LockRules rules;
  private final Moves moves;
  private final ConcurrentMap<SourceLocation, Revision> answers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, TransferFailed> silent = new ConcurrentHashMap<>();

  Revisions(Rooms rooms, Policy policy, Attempts attempts, Lock lock) {
    this.rooms = rooms;
    this.policy = policy;
    this.attempts = attempts;
    this.lock = lock;
    this.rules = new LockRules(lock, policy);
    this.moves = new Moves(rooms.ports().console(), policy);
  }

  /** The revision that this run uses. */
  Revision of(Errand errand, FetchSession session) throws IOException, InterruptedException {
    SourceLocation place = errand.place();
    Optional<Revision> settled =
        rules
            .settled(errand)
            .or(() -> errand.fetcher().pinned(errand.location()))
            .or(() -> Optional.ofNullable(answers.get(place)))
            .or(() -> believed(errand));
    if (settled.isPresent()) {
      return settled.get();
    }
    TransferFailed before = silent.get(errand.location().url());
    Revision revision = before == null ? askAlone(errand, session) : withoutHost(errand, before);
    if (revision.stability() != Stability.LOCAL) {
      answers.put(place, revision);
    }
    return revision;
  }

  /** What is on this machine is asked in every run, and a dry run writes nothing: without locks. */
  private Revision askAlone(Errand errand, FetchSession session)
      throws IOException, InterruptedException {
    SourceLocation location = errand.location();
    return policy.dryRun() || errand.fetcher().local(location)
        ? ask(errand, session)
        : rooms.cache().exclusively(location.coordinates(), () -> askUnlessAsked(errand, session));
  }

  /** What is known and still holds; empty if the host has to be asked. */
  private Optional<Revision> believed(Errand errand) {
    Decision decision = decide(errand, known(errand));
    if (decision instanceof Decision.Missing && !policy.mayFetch(errand)) {
      throw Snapshots.missingOffline();
    }
    return decision instanceof Decision.Use use ? Optional.of(use.revision()) : Optional.empty();
  }

  /** Another build may have asked while this one waited for the lock. */
  private Revision askUnlessAsked(Errand errand, FetchSession session)
      throws IOException, InterruptedException {
    Optional<Revision> meanwhile = believed(errand);
    return meanwhile.isPresent() ? meanwhile.get() : ask(errand, session);
  }

  private Revision ask(Errand errand, FetchSession session)
      throws IOException, InterruptedException {
    Optional<KnownRevision> known = known(errand);
    try {
      Revision answer =
          attempts.run(
              () ->
                  TimeLimit.within(
                      session.timeout(),
                      () -> errand.fetcher().resolve(errand.location(), session)),
              errand.retry());
      return accept(errand, answer, known.map(KnownRevision::revision));
    } catch (TransferFailed e) {
      if (!errand.fetcher().local(errand.location())) {
        silent.put(errand.location().url(), e);
      }
      return withoutHost(errand, e);
    }
  }

  /** What an earlier run learned, as far as that may still be used. */
  private Revision withoutHost(Errand errand, TransferFailed reason) {
    Optional<KnownRevision> known = known(errand);
    boolean fallback =
        decide(errand, known) instanceof Decision.Ask ask && ask.fallback().isPresent();
    if (known.isEmpty() || !fallback) {
      throw reason;
    }
    return makeDo(errand, known.get(), reason);
  }

  private Revision makeDo(Errand errand, KnownRevision known, TransferFailed reason) {
    boolean refreshed = known.checkedAt().equals(Instant.EPOCH);
    rooms
        .ports()
        .console()
        .warn(
            "%s: %s; going on with %s, the answer of %s"
                .formatted(
                    errand.location(),
                    reason.getMessage(),
                    known.revision().id(),
                    refreshed
                        ? "an earlier run"
                        : known.checkedAt().truncatedTo(ChronoUnit.SECONDS)));
    return known.revision();
  }

  private Revision accept(Errand errand, Revision answer, Optional<Revision> before) {
    rules.check(errand, answer);
    if (answer.stability() == Stability.LOCAL) {
      return answer;
    }
    Revision used = moves.judge(errand, answer, before);
    if (!policy.dryRun() && policy.mayAsk(errand)) {
      rooms.cache().remember(errand.location(), used);
    }
    return used;
  }

  private Optional<KnownRevision> known(Errand errand) {
    return lock.known(errand.location(), rooms.cache().known(errand.location()));
  }

  private Decision decide(Errand errand, Optional<KnownRevision> known) {
    return Freshness.decide(
        known, Optional.of(errand.ttl()), policy.modeFor(errand), rooms.ports().clock().instant());
  }
}
