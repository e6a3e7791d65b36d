package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.report.GoalResult;
import io.github.sourceprovisioner.report.ResultReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;

/** {@code result.json}: what the last goal that changed something did, for machines. */
record ResultFile(Path directory) {

  void write(MojoExecution execution, Run run) {
    Path file = directory.resolve("result.json");
    try {
      Files.createDirectories(directory);
      String json =
          ResultReport.json(
              new GoalResult(
                  execution.getGoal(), execution.getVersion(), Optional.empty(), run.outcomes()));
      if (!Files.isRegularFile(file) || !Files.readString(file).equals(json)) {
        Files.writeString(file, json);
      }
    } catch (IOException e) {
      throw new AccessDenied(
          Problem.of("cannot write " + file + ": " + e)
              .because(e)
              .advise("check the disk and the rights on " + directory));
    }
  }
}
