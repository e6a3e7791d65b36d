package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.report.Summary;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** A goal that writes workdirs. */
abstract class ProvisionGoal extends RunGoal {

  /**
   * Writes workdirs though they are up to date. A workdir with edited files is moved aside first,
   * and the log says where.
   */
  @Parameter(property = "source.force", defaultValue = "false")
  private boolean force;

  /** A goal that may ask Maven's repositories. */
  ProvisionGoal(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  Run work(Engine engine) throws InterruptedException {
    return engine.provisioning(policy(force)).run(selection());
  }

  @Override
  String summary(Run run) {
    return isDryRun()
        ? Summary.dryRun(run.outcomes(), run.traffic(), run.took())
        : Summary.line(run.outcomes(), run.traffic(), run.took());
  }

  @Override
  void tell(Engine engine, Outcome outcome) {
    if (outcome.action() == Action.CREATED || outcome.action() == Action.UPDATED) {
      getLog()
          .info(
              "%s %s -> %s (%s)"
                  .formatted(
                      isDryRun() ? "Would be " + outcome.action() + ":" : outcome.action(),
                      outcome.component(),
                      engine.workdir(outcome.component()),
                      outcome.reason()));
    } else {
      getLog().debug("%s %s".formatted(outcome.action(), outcome.component()));
    }
  }
}
