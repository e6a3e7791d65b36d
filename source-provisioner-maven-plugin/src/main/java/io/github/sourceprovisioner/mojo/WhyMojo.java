package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.model.SourceUse;
import io.github.sourceprovisioner.report.WhyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Shows which components of which stacks need a source, and which line of which manifest says so,
 * in all modules at once. Nothing is asked and nothing is written.
 */
@Mojo(name = "why", aggregator = true, threadSafe = true, requiresProject = true)
public final class WhyMojo extends ReportGoal {

  /** A part of the source, as the lock file writes it; all sources unless given. */
  @Parameter(property = "source.uri")
  private @Nullable String uri;

  @Override
  void run() throws InterruptedException {
    introduce();
    List<WhyReport.Row> rows = new ArrayList<>();
    for (MavenProject module : session().getProjects()) {
      Engine engine = engine(module);
      if (engine.hasStacks()) {
        for (SourceUse use : engine.uses().of(selection(), Optional.ofNullable(uri))) {
          rows.add(new WhyReport.Row(module.getArtifactId(), use));
        }
      }
    }
    output().print(WhyReport.render(rows, format()));
  }
}
