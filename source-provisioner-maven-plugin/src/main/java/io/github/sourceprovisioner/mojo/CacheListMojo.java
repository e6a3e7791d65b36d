package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.CacheKeeping;
import io.github.sourceprovisioner.report.CacheReport;
import io.github.sourceprovisioner.report.Format;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the repositories in the cache: the snapshots of each, how large, when last used, and what
 * its refs meant when its host was last asked.
 */
@Mojo(name = "cache-list", threadSafe = true, requiresProject = false)
public final class CacheListMojo extends CacheGoal {

  /**
   * How to show it: <code>table</code>, <code>json</code>, <code>yaml</code> or <code>csv</code>.
   */
  @Parameter(property = "source.format", defaultValue = "table")
  private String format = "table";

  /** A file to write instead of the screen, relative to the directory that Maven runs in. */
  @Parameter(property = "source.outputFile")
  private @Nullable String outputFile;

  @Override
  void run() {
    introduce();
    Optional<Path> file =
        Optional.ofNullable(outputFile)
            .map(f -> Path.of(session().getExecutionRootDirectory()).resolve(f));
    Format wanted = Format.of(format);
    CacheKeeping keeping = new CacheKeeping(cache(), console());
    new Output(wanted, file, getLog(), rawOutput())
        .print(CacheReport.render(keeping.repositories(types(), uri()), wanted));
  }
}
