package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Located;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.report.DescribeReport;
import io.github.sourceprovisioner.report.ModuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Shows one component in full, or explains one URI (<code>source.uri</code>), without touching
 * anything.
 */
@Mojo(name = "describe", aggregator = true, threadSafe = true, requiresProject = false)
public final class DescribeMojo extends ReportGoal {

  /** A URI to explain instead of a component. */
  @Parameter(property = "source.uri")
  private @Nullable String uri;

  /** A version to go with the URI. */
  @Parameter(property = "source.version")
  private @Nullable String version;

  @Override
  void run() throws InterruptedException {
    introduce();
    if (uri != null) {
      Located located = engine().explain(uri, Optional.ofNullable(version));
      output()
          .print(
              DescribeReport.renderUri(
                  located.uri(), located.location(), located.error(), format()));
      return;
    }
    output().print(DescribeReport.render(only(rows()), format()));
  }

  private List<ModuleRow> rows() throws InterruptedException {
    List<ModuleRow> rows = new ArrayList<>();
    for (MavenProject module : session().getProjects()) {
      Engine engine = engine(module);
      if (engine.hasStacks()) {
        for (InventoryRow row : engine.inventory(ttl(), lock()).described(selection())) {
          rows.add(new ModuleRow(module.getArtifactId(), row));
        }
      }
    }
    return rows;
  }

  private ModuleRow only(List<ModuleRow> rows) {
    if (rows.size() == 1) {
      return rows.get(0);
    }
    List<String> names = rows.stream().map(row -> row.row().component().id().toString()).toList();
    throw new InvalidStack(
        Problem.of(
                rows.isEmpty()
                    ? "no component matches " + selection()
                    : rows.size() + " components match, and describe shows one")
            .advise("name one with -Dsource.stack=… -Dsource.component=…")
            .advise(
                rows.isEmpty()
                    ? "see what there is with source:list"
                    : "pick one of " + String.join(", ", names)));
  }
}
