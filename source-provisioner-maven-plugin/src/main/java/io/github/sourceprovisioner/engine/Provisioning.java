package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.workdir.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The main job: every selected component gets the workdir that its manifest asks for. */
public final class Provisioning {

  private final Rooms rooms;
  private final Policy policy;

  Provisioning(Rooms rooms, Policy policy) {
    this.rooms = rooms;
    this.policy = policy;
  }

  /** Loads, locates, fetches what is missing, and writes the workdirs in stack order. */
  public Run run(Selection selection) throws InterruptedException {
    return run(selection.deployable());
  }

  /** The same for the components that are wanted. */
  Run run(Predicate<Component> wanted) throws InterruptedException {
    Instant start = rooms.ports().clock().instant();
    rooms.check();
    if (!policy.dryRun()) {
      rooms.workdirs().recover();
      rooms.cache().sweep();
    }
    Lock lock = Lock.of(rooms, policy.lock());
    new LockRules(lock, policy).check();
    Plan plan = rooms.plan(wanted, policy.ttl());
    List<Outcome> outcomes = new ArrayList<>();
    for (Plan.Invalid invalid : plan.invalid()) {
      outcomes.add(Outcomes.failed(invalid.failure(), Traffic.NONE, Duration.ZERO));
    }
    outcomes.addAll(provision(plan.targets(), lock));
    outcomes.sort(Outcomes.STACK_ORDER);
    return new Run(outcomes, Duration.between(start, rooms.ports().clock().instant()));
  }

  private List<Outcome> provision(List<Target> targets, Lock lock) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    List<Target> fetchable = new ArrayList<>();
    for (Target target : targets) {
      rooms
          .fetchers()
          .refusal(target)
          .ifPresentOrElse(
              failure -> outcomes.add(Outcomes.failed(failure, Traffic.NONE, Duration.ZERO)),
              () -> fetchable.add(target));
    }
    new Survey(rooms.workdirs()).states(fetchable.stream().map(Target::id).toList());
    outcomes.addAll(deliver(fetchable, lock));
    return outcomes;
  }

  private List<Outcome> deliver(List<Target> targets, Lock lock) throws InterruptedException {
    List<Errand> errands = Dispatch.errands(targets, rooms.fetchers());
    Courier courier = Courier.of(rooms, policy, lock);
    Needs needs = new Needs(rooms.workdirs(), policy, lock);
    Map<SourceLocation, Delivery> deliveries = new Dispatch(courier).run(errands, needs);
    new Locking(rooms, policy, lock).record(errands, deliveries);
    Completion completion =
        new Completion(rooms, policy, needs, courier, edits(targets, deliveries));
    Map<SourceLocation, Errand> byLocation = new HashMap<>();
    errands.forEach(errand -> byLocation.put(errand.location(), errand));
    List<Outcome> outcomes = new ArrayList<>();
    for (Target target : targets) {
      Errand errand = Objects.requireNonNull(byLocation.get(target.location()));
      Delivery delivery = Objects.requireNonNull(deliveries.get(target.location()));
      outcomes.add(completion.complete(target, errand, delivery));
    }
    return outcomes;
  }

  /** Of the workdirs that lack nothing. */
  private Map<ComponentId, List<String>> edits(
      List<Target> targets, Map<SourceLocation, Delivery> deliveries) {
    List<ComponentId> left = new ArrayList<>();
    for (Target target : targets) {
      if (deliveries.get(target.location()) instanceof Delivery.NotNeeded) {
        left.add(target.id());
      }
    }
    return policy.dryRun() ? Map.of() : new Survey(rooms.workdirs()).edits(left);
  }
}
