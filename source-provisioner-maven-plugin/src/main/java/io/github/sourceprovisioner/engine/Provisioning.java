package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The main job: every selected component gets the workdir that its manifest asks for. */
public final class Provisioning {

  private final Engine engine;
  private final Policy policy;

  Provisioning(Engine engine, Policy policy) {
    this.engine = engine;
    this.policy = policy;
  }

  /** Loads, locates, fetches what is missing, and writes the workdirs in stack order. */
  public Run run(Selection selection) throws InterruptedException {
    Instant start = engine.clock().instant();
    if (!policy.dryRun()) {
      engine.recover();
    }
    Plan plan = engine.plan(selection.deployable(), policy.ttl());
    List<Outcome> outcomes = new ArrayList<>();
    for (Plan.Invalid invalid : plan.invalid()) {
      outcomes.add(Outcomes.failed(invalid.failure(), Traffic.NONE, Duration.ZERO));
    }
    outcomes.addAll(provision(plan.targets()));
    outcomes.sort(Outcomes.STACK_ORDER);
    return new Run(outcomes, Duration.between(start, engine.clock().instant()));
  }

  private List<Outcome> provision(List<Target> targets) throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    List<Target> fetchable = new ArrayList<>();
    for (Target target : targets) {
      Optional<Outcome> refused = engine.refuse(target);
      refused.ifPresentOrElse(outcomes::add, () -> fetchable.add(target));
    }
    List<Errand> errands = Dispatch.errands(fetchable, engine.fetchers());
    Completion completion = engine.completion(policy);
    Map<SourceLocation, Delivery> deliveries =
        new Dispatch(engine.courier(policy)).run(errands, completion::needed);
    Map<SourceLocation, Errand> byLocation = new HashMap<>();
    errands.forEach(errand -> byLocation.put(errand.location(), errand));
    for (Target target : fetchable) {
      Errand errand = Objects.requireNonNull(byLocation.get(target.location()));
      Delivery delivery = Objects.requireNonNull(deliveries.get(target.location()));
      outcomes.add(completion.complete(target, errand, delivery));
    }
    return outcomes;
  }
}
