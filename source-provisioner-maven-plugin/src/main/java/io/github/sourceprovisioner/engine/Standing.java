package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Decision;
import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.cache.KnownRevision;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Status;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.workdir.WorkdirState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How a workdir stands to its source, as far as that is known without a request. */
final class Standing {

  private final Rooms rooms;
  private final Lock lock;

  Standing(Rooms rooms, Lock lock) {
    this.rooms = rooms;
    this.lock = lock;
  }

  Status of(Target target, Optional<WorkdirState> state) throws InterruptedException {
    Optional<Status> found = rooms.workdirs().inspect(target.id(), Optional.empty());
    if (found.isPresent() || state.isEmpty()) {
      return found.orElse(Status.MISSING);
    }
    Fetcher fetcher = rooms.fetchers().of(target.location(), target.spec().position());
    Optional<KnownRevision> known =
        lock.known(target.location(), rooms.cache().known(target.location()));
    Optional<Revision> revision =
        fetcher.pinned(target.location()).or(() -> known.map(KnownRevision::revision));
    if (revision.isEmpty() && fetcher.local(target.location())) {
      revision = local(target, fetcher);
    }
    String held = state.get().fingerprint().revision();
    String wanted = revision.map(Revision::id).orElse(held);
    String treeHash =
        revision
            .flatMap(r -> lock.tree(target.location(), r))
            .orElse(state.get().fingerprint().treeHash());
    if (!state.get().fingerprint().equals(target.fingerprint(wanted, treeHash))) {
      return Status.OUTDATED;
    }
    return expired(target, revision, known) ? Status.EXPIRED : Status.CURRENT;
  }

  private boolean expired(
      Target target, Optional<Revision> revision, Optional<KnownRevision> known) {
    boolean locked =
        lock.entry(target.location()).isPresent()
            && (lock.isFrozen() || target.spec().ttl().isEmpty());
    if (locked || revision.filter(r -> r.stability() != Revision.Stability.MOVING).isPresent()) {
      return false;
    }
    return !(Freshness.decide(
            known,
            Optional.of(target.ttl()),
            Freshness.Mode.NORMAL,
            rooms.ports().clock().instant())
        instanceof Decision.Use);
  }

  /** What a source on this machine means now; empty if the disk does not say. */
  private Optional<Revision> local(Target target, Fetcher fetcher) throws InterruptedException {
    try {
      Errand errand = new Errand(target.location(), List.of(target), fetcher);
      return Optional.of(
          fetcher.resolve(target.location(), FetchSession.of(rooms, errand, Policy.ASK_NOTHING)));
    } catch (ProvisioningException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw Breakdown.of(fetcher, e);
    }
  }
}
