package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.report.Format;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that shows something. */
abstract class ReportGoal extends StackGoal {

  /**
   * How to show it: <code>table</code>, <code>json</code>, <code>yaml</code> or <code>csv</code>.
   */
  @Parameter(property = "source.format", defaultValue = "table")
  private String format = "table";

  /** A file to write instead of the screen, relative to the directory that Maven runs in. */
  @Parameter(property = "source.outputFile")
  private @Nullable String outputFile;

  final Format format() {
    return Format.of(format);
  }

  final Output output() {
    Optional<Path> file =
        Optional.ofNullable(outputFile)
            .map(f -> Path.of(session().getExecutionRootDirectory()).resolve(f));
    return new Output(format(), file, getLog(), rawOutput());
  }
}
