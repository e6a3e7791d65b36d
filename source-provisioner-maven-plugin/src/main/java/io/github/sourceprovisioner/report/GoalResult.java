package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What one goal did in one module.
 *
 * @param goal its name without the prefix: {@code create}
 * @param version the version of the plugin
 * @param module the artifact id of the module; empty if there is only one
 * @param outcomes one a component, in stack order
 */
public record GoalResult(
    String goal, String version, Optional<String> module, List<Outcome> outcomes) {

  public GoalResult {
    outcomes = List.copyOf(outcomes);
  }
}
