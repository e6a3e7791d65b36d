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
  private final ConcurrentMap<SourceLocation, Revision> answers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, TransferFailed> silent = new ConcurrentHashMap<>();

  Revisions(Rooms rooms, Policy policy, Attempts attempts) {
    this.rooms = rooms;
    this.policy = policy;
    this.attempts = attempts;
  }

  /** The revision that this run uses. */
  Revision of(Errand errand, FetchSession session) throws IOException, InterruptedException {
    SourceLocation place = place(errand.location());
    Optional<Revision> settled =
        errand
            .fetcher()
            .pinned(errand.location())
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

  /** A tag stays what it was first seen to be, unless the goal is to follow it. */
  private Revision accept(Errand errand, Revision answer, Optional<Revision> before) {
    if (answer.stability() == Stability.LOCAL) {
      return answer;
    }
    Optional<Revision> tag =
        before.filter(b -> b.stability() == Stability.TAG && !b.id().equals(answer.id()));
    tag.ifPresentOrElse(
        old -> warnOfMove(errand, old, answer), () -> tellOfMove(errand, before, answer));
    Revision used = policy.acceptMovedTags() ? answer : tag.orElse(answer);
    if (!policy.dryRun() && policy.mayAsk(errand)) {
      rooms.cache().remember(errand.location(), used);
    }
    return used;
  }

  /**
   * Whether a branch went on or its history was rewritten cannot be known without that history,
   * which is never fetched: so both are told, in the same words.
   */
  private void tellOfMove(Errand errand, Optional<Revision> before, Revision answer) {
    before
        .filter(old -> !old.id().equals(answer.id()))
        .ifPresent(
            old ->
                rooms
                    .ports()
                    .console()
                    .info(
                        "%s moved from %s to %s"
                            .formatted(place(errand.location()), old.id(), answer.id())));
  }

  private void warnOfMove(Errand errand, Revision old, Revision answer) {
    String verdict =
        policy.acceptMovedTags()
            ? "followed"
            : "kept as it was first seen; source:update follows it";
    rooms
        .ports()
        .console()
        .warn(
            "%s: the tag moved from %s to %s, and is %s"
                .formatted(errand.location(), old.id(), answer.id(), verdict));
  }

  private Optional<KnownRevision> known(Errand errand) {
    return rooms.cache().known(errand.location());
  }

  private Decision decide(Errand errand, Optional<KnownRevision> known) {
    return Freshness.decide(
        known, Optional.of(errand.ttl()), policy.modeFor(errand), rooms.ports().clock().instant());
  }

  /** What a ref means does not depend on the directory that is wanted. */
  private static SourceLocation place(SourceLocation location) {
    return new SourceLocation(
        location.scheme(),
        location.url(),
        location.ref(),
        "",
        location.archive(),
        location.checksum(),
        location.parameters(),
        location.coordinates());
  }
}
