package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.model.ComponentId;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Removes all workdirs of the selection: only the files that this plugin wrote and nobody edited.
 */
@Mojo(
    name = "clean",
    defaultPhase = LifecyclePhase.CLEAN,
    threadSafe = true,
    requiresProject = true)
public final class CleanMojo extends RemovalGoal {

  @Override
  List<ComponentId> choose(List<ComponentId> candidates, Selection selection) {
    return candidates;
  }
}
