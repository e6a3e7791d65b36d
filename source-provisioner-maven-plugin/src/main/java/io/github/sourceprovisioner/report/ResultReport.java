package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import java.util.Optional;

/** What {@code target/source-provisioner/result.json} holds. */
public final class ResultReport {

  private ResultReport() {}

  /**
   * The run as JSON, without a line break at the end: {@code goal}, {@code version} and {@code
   * components}, one entry a component.
   */
  public static String json(GoalResult run) {
    Node components =
        new Node.Sequence(
            run.outcomes().stream().<Node>map(each -> entry(run.module(), each)).toList());
    return Json.write(
        new Fields()
            .with("goal", run.goal())
            .with("version", run.version())
            .with("components", components)
            .done());
  }

  private static Node entry(Optional<String> module, Outcome outcome) {
    return new Fields()
        .with("module", module)
        .with("stack", outcome.component().stack())
        .with("type", outcome.component().type())
        .with("component", outcome.component().name())
        .with("action", outcome.action().toString())
        .with("reason", outcome.reason())
        .with("revision", outcome.revision())
        .with("bytes", outcome.traffic().bytes())
        .with("requests", outcome.traffic().requests())
        .with("milliseconds", outcome.took().toMillis())
        .with("error", ModelFields.error(outcome.failure().map(Failure::reason)))
        .done();
  }
}
