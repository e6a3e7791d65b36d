package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SharedContent;
import io.github.sourceprovisioner.cache.SharedEntry;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.SharedDeployment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Publishes what was delivered, component by component and each snapshot once. */
final class Consignment {

  private final Rooms rooms;
  private final Policy policy;
  private final Courier courier;
  private final SharedDeployment shared;

  /** The outcome of the first component of each location. */
  private final Map<SourceLocation, Outcome> first = new HashMap<>();

  Consignment(Rooms rooms, Policy policy, Courier courier, SharedDeployment shared) {
    this.rooms = rooms;
    this.policy = policy;
    this.courier = courier;
    this.shared = shared;
  }

  /** What became of one component; what goes wrong is part of it. */
  Outcome outcome(Target target, Errand errand, Delivery delivery) throws InterruptedException {
    Outcome before = first.get(target.location());
    if (before == null) {
      Outcome outcome = of(target, errand, delivery);
      first.put(target.location(), outcome);
      return outcome;
    }
    return together(target, before);
  }

  private static Outcome together(Target target, Outcome first) {
    return new Outcome(
        target.id(),
        first.action() == Action.FAILED ? Action.FAILED : Action.UNCHANGED,
        first.action() == Action.PUBLISHED ? "published with " + first.component() : first.reason(),
        first.revision(),
        Traffic.NONE,
        Duration.ZERO,
        first
            .failure()
            .map(
                f -> new Failure(target.id(), f.doing(), f.reason().at(target.spec().position()))));
  }

  private Outcome of(Target target, Errand errand, Delivery delivery) throws InterruptedException {
    Instant start = rooms.ports().clock().instant();
    FetchSession session = FetchSession.of(rooms, errand, policy);
    try {
      Revision revision = revision(delivery);
      boolean added = delivery instanceof Delivery.Ready ready && publish(errand, ready, session);
      return new Outcome(
          target.id(),
          added ? Action.PUBLISHED : Action.UNCHANGED,
          reason(errand, revision, added),
          Optional.of(revision.id()),
          delivery.traffic().plus(session.traffic()),
          Duration.between(start, rooms.ports().clock().instant()),
          Optional.empty());
    } catch (ProvisioningException e) {
      String doing =
          delivery instanceof Delivery.Failed ? errand.doing() : "publishing its snapshot";
      return Outcomes.failed(
          new Failure(target.id(), doing, e.at(target.spec().position())),
          delivery.traffic().plus(session.traffic()),
          Duration.between(start, rooms.ports().clock().instant()));
    }
  }

  private static Revision revision(Delivery delivery) {
    if (delivery instanceof Delivery.Failed failed) {
      throw failed.reason();
    }
    return delivery instanceof Delivery.Ready ready
        ? ready.revision()
        : ((Delivery.NotNeeded) delivery).revision();
  }

  private static String reason(Errand errand, Revision revision, boolean added) {
    return Shareable.refusal(errand, revision)
        .map(reason -> "never published: " + reason)
        .orElse(added ? "not there yet" : "there already");
  }

  /** Whether the repository lacked it; a dry run does not ask, and takes it for missing. */
  private boolean publish(Errand errand, Delivery.Ready ready, FetchSession session)
      throws InterruptedException {
    if (ready.snapshot().isEmpty()) {
      return true;
    }
    SharedEntry entry = SharedEntry.of(errand.location(), ready.revision());
    SharedContent content = content(entry, errand, ready.snapshot().get());
    try {
      return rooms
          .cache()
          .exclusively(errand.location().coordinates(), () -> add(entry, content, session));
    } catch (IOException e) {
      throw new CacheUnusable(
          Problem.of("the snapshot cannot be compared with the shared one: " + e)
              .because(e)
              .advise(
                  "check the disk of the cache, or name another one with -Dsource.cacheDirectory=…"));
    }
  }

  /** Under the lock of the place: builds of one machine add nothing twice. */
  private boolean add(SharedEntry entry, SharedContent content, FetchSession session)
      throws IOException {
    Path staging = rooms.cache().newStaging();
    try {
      return new Upload(shared, staging, session.silently()).add(entry, content);
    } finally {
      rooms.cache().discard(staging);
    }
  }

  /** Verified bytes, brought anew if the cache has damaged ones. */
  private SharedContent content(SharedEntry entry, Errand errand, Snapshot snapshot)
      throws InterruptedException {
    Path root = rooms.layout().cacheDirectory();
    Optional<SharedContent> content = entry.content(root);
    if (content.isEmpty()) {
      rooms.cache().setAside(snapshot);
      courier.bring(errand, snapshot.revision(), FetchSession.of(rooms, errand, policy));
      content = entry.content(root);
    }
    return content.orElseThrow(
        () ->
            new CacheUnusable(
                Problem.of("the cached snapshot of " + snapshot.location() + " was damaged again")
                    .advise("check the disk of the cache, and what else writes there")));
  }
}
