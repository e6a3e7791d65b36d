package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param outcomes one a component, in stack order
 * @param took the whole run
 */
public record Run(List<Outcome> outcomes, Duration took) {

  public Run {
    outcomes = List.copyOf(outcomes);
  }

  /** What it cost on the network. */
  public Traffic traffic() {
    return outcomes.stream().map(Outcome::traffic).reduce(Traffic.NONE, Traffic::plus);
  }

  /** What failed. */
  public List<Failure> failures() {
    return outcomes.stream()
        .filter(outcome -> outcome.action() == Action.FAILED)
        .map(Outcome::failure)
        .flatMap(Optional::stream)
        .toList();
  }
}
