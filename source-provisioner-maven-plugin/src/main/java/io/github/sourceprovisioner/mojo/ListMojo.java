package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.report.InventoryReport;
import io.github.sourceprovisioner.report.ModuleRow;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Shows every component with a source, in all modules at once: where it comes from, which revision
 * its workdir holds, and in what state that is. Nothing is asked and nothing is written.
 */
@Mojo(
    name = "list",
    defaultPhase = LifecyclePhase.VALIDATE,
    aggregator = true,
    threadSafe = true,
    requiresProject = true)
public final class ListMojo extends ReportGoal {

  @Override
  void run() throws InterruptedException {
    introduce();
    List<ModuleRow> rows = new ArrayList<>();
    for (MavenProject module : session().getProjects()) {
      Engine engine = engine(module);
      if (engine.hasStacks()) {
        for (InventoryRow row : engine.inventory(ttl(), lock()).rows(selection())) {
          rows.add(new ModuleRow(module.getArtifactId(), row));
        }
      }
    }
    if (rows.isEmpty() && !selection().isEverything()) {
      getLog().info("No component with a source matches " + selection());
    }
    output().print(InventoryReport.render(rows, format()));
  }
}
