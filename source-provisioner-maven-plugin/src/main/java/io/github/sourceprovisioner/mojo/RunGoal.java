package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.model.Outcome;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;

/** A goal that does something for every component of the selection, and tells what. */
abstract class RunGoal extends FetchingGoal {

  /** A goal that may ask Maven's repositories. */
  RunGoal(RepositorySystem repositories) {
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
    Run run = work(engine);
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
  abstract Run work(Engine engine) throws InterruptedException;

  /** The last line. */
  abstract String summary(Run run);

  /** Says what was done for one component. */
  abstract void tell(Engine engine, Outcome outcome);
}
