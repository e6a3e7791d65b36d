package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.report.Summary;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** A goal that writes workdirs. */
abstract class ProvisionGoal extends FetchingGoal {

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
  final void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    Engine engine = engine();
    if (!engine.hasStacks()) {
      getLog().debug("no stacks in " + project().getBasedir());
      return;
    }
    introduce();
    Run run = work(engine, policy(force));
    if (run.outcomes().isEmpty() && !selection().isEverything()) {
      getLog().info("No component with a source matches " + selection());
    }
    for (Outcome outcome : run.outcomes()) {
      tell(engine, outcome);
    }
    getLog().info(summary(run));
    if (!isDryRun()) {
      new ResultFile(layout(project()).stateDirectory()).write(execution(), run);
    }
    if (!run.failures().isEmpty()) {
      raise(translation().of(run.failures()));
    }
  }

  /** What the goal does with an engine. */
  Run work(Engine engine, Policy policy) throws InterruptedException {
    return engine.provisioning(policy).run(selection());
  }

  /** The last line. */
  String summary(Run run) {
    return isDryRun()
        ? Summary.dryRun(run.outcomes(), run.traffic(), run.took())
        : Summary.line(run.outcomes(), run.traffic(), run.took());
  }

  /** Says what was done for one component. */
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
