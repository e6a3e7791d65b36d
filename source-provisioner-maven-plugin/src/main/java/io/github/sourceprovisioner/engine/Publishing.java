package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.SharedDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds the snapshots of the selected components to the repository that the team shares. What the
 * cache lacks is fetched first; workdirs are neither read nor written.
 */
public final class Publishing {

  private final Rooms rooms;
  private final Policy policy;
  private final SharedDeployment shared;

  Publishing(Rooms rooms, Policy policy, SharedDeployment shared) {
    this.rooms = rooms;
    this.policy = policy;
    this.shared = shared;
  }

  /** Publishes; a dry run asks what refs mean and nothing else. */
  public Run run(Selection selection) throws InterruptedException {
    Instant start = rooms.ports().clock().instant();
    if (!policy.dryRun()) {
      rooms.cache().sweep();
    }
    Lock lock = Lock.of(rooms, policy.lock());
    Plan plan = rooms.plan(selection.deployable(), policy.ttl());
    List<Outcome> outcomes = new ArrayList<>();
    plan.invalid().forEach(invalid -> outcomes.add(failed(invalid.failure())));
    List<Target> wanted = new ArrayList<>();
    for (Target target : plan.targets()) {
      Optional<Outcome> settled = settled(target);
      settled.ifPresentOrElse(outcomes::add, () -> wanted.add(target));
    }
    outcomes.addAll(publish(wanted, lock));
    outcomes.sort(Outcomes.STACK_ORDER);
    return new Run(outcomes, Duration.between(start, rooms.ports().clock().instant()));
  }

  /** What needs no errand: sources that nobody shares, or nobody can fetch. */
  private Optional<Outcome> settled(Target target) {
    return Shareable.refusal(target.location())
        .map(reason -> left(target, "never published: " + reason))
        .or(() -> rooms.fetchers().refusal(target).map(Publishing::failed));
  }

  private static Outcome left(Target target, String reason) {
    return new Outcome(
        target.id(),
        Action.UNCHANGED,
        reason,
        Optional.empty(),
        Traffic.NONE,
        Duration.ZERO,
        Optional.empty());
  }

  private static Outcome failed(Failure failure) {
    return Outcomes.failed(failure, Traffic.NONE, Duration.ZERO);
  }

  private List<Outcome> publish(List<Target> targets, Lock lock) throws InterruptedException {
    List<Errand> errands = Dispatch.errands(targets, rooms.fetchers());
    Courier courier = Courier.of(rooms, policy, lock);
    Map<SourceLocation, Delivery> deliveries =
        new Dispatch(courier)
            .run(errands, (errand, revision) -> Shareable.refusal(errand, revision).isEmpty());
    Map<SourceLocation, Errand> byLocation = new HashMap<>();
    errands.forEach(errand -> byLocation.put(errand.location(), errand));
    Consignment consignment = new Consignment(rooms, policy, courier, shared);
    List<Outcome> outcomes = new ArrayList<>();
    for (Target target : targets) {
      Errand errand = Objects.requireNonNull(byLocation.get(target.location()));
      Delivery delivery = Objects.requireNonNull(deliveries.get(target.location()));
      outcomes.add(consignment.outcome(target, errand, delivery));
    }
    return outcomes;
  }
}
