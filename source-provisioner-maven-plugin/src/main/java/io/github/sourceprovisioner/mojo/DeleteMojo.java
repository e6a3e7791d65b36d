package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.ComponentId;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes one workdir: only the files that this plugin wrote and nobody edited. Needs <code>
 * source.force=true</code>.
 */
@Mojo(name = "delete", threadSafe = true, requiresProject = true)
public final class DeleteMojo extends RemovalGoal {

  /** Confirms that the workdir is to be removed. */
  @Parameter(property = "source.force", defaultValue = "false")
  private boolean force;

  @Override
  List<ComponentId> choose(List<ComponentId> candidates, Selection selection) {
    if (selection.isEverything()) {
      throw new InvalidStack(
          Problem.of("source:delete removes one workdir and was not told which")
              .advise("name it with -Dsource.stack=… -Dsource.component=…")
              .advise("remove all of them with source:clean"));
    }
    if (candidates.size() > 1) {
      throw new InvalidStack(
          Problem.of(candidates.size() + " workdirs match, and source:delete removes one")
              .advise("pick one of " + names(candidates))
              .advise("remove several with source:clean"));
    }
    if (!force && !isDryRun() && !candidates.isEmpty()) {
      throw new WorkdirModified(
          Problem.of("source:delete removes the workdir of " + candidates.get(0))
              .advise("confirm it with -Dsource.force=true")
              .advise("look first with -Dsource.dryRun=true"));
    }
    return candidates;
  }

  private static String names(List<ComponentId> ids) {
    return ids.stream().map(ComponentId::toString).collect(Collectors.joining(", "));
  }
}
