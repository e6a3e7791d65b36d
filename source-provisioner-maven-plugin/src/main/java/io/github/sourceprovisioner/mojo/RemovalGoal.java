package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Removal;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Outcome;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that removes workdirs. It goes by what was recorded, so manifests are not read. */
abstract class RemovalGoal extends StackGoal {

  /** Says what would be removed, and removes nothing. */
  @Parameter(property = "source.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  final void run() throws MojoExecutionException, MojoFailureException {
    Engine engine = engine();
    Removal removal = engine.removal(dryRun);
    List<ComponentId> chosen = choose(removal.candidates(selection()), selection());
    if (chosen.isEmpty()) {
      nothingToDo();
      return;
    }
    introduce();
    Run run = removal.run(chosen);
    run.outcomes().forEach(outcome -> tell(engine, outcome));
    if (!dryRun) {
      new ResultFile(layout(project()).stateDirectory()).write(execution(), run);
    }
    if (!run.failures().isEmpty()) {
      raise(translation().of(run.failures()));
    }
  }

  private void tell(Engine engine, Outcome outcome) {
    getLog()
        .info(
            "%s %s (%s)"
                .formatted(
                    dryRun ? "Would be " + outcome.action() + ":" : outcome.action(),
                    engine.workdir(outcome.component()),
                    outcome.reason()));
  }

  /** What of the provisioned components that match is really removed. */
  abstract List<ComponentId> choose(List<ComponentId> candidates, Selection selection);

  private void nothingToDo() {
    if (selection().isEverything()) {
      getLog().debug("nothing was provisioned here");
    } else {
      introduce();
      getLog().info("Nothing to remove: no workdir for " + selection());
    }
  }

  final boolean isDryRun() {
    return dryRun;
  }
}
