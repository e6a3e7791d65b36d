package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** How outcomes are made and sorted. */
final class Outcomes {

  /** By stack, type and name. */
  static final Comparator<Outcome> STACK_ORDER =
      Comparator.comparing(
          Outcome::component,
          Comparator.comparing(ComponentId::stack)
              .thenComparing(ComponentId::type)
              .thenComparing(ComponentId::name));

  private Outcomes() {}

  /** An outcome that is a failure. */
  static Outcome failed(Failure failure, Traffic traffic, Duration took) {
    return new Outcome(
        failure.component(),
        Action.FAILED,
        failure.reason().problem().message(),
        Optional.empty(),
        traffic,
        took,
        Optional.of(failure));
  }
}
