package io.github.sourceprovisioner.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A program that provisions one project below a shared directory and leaves a marker file for each
 * question and each fetch. It says that it is ready, and starts when it is told to.
 */
final class ProvisionProbe {

  private ProvisionProbe() {}

  /** Arguments: the shared directory, the name of the project in it, whether to lock. */
  public static void main(String[] arguments) throws Exception {
    Path shared = Path.of(arguments[0]);
    TestProject project = new TestProject(shared.resolve(arguments[1]), shared.resolve("cache"));
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    project.host.onResolve(
        (call, context) -> Files.createFile(shared.resolve(UUID.randomUUID() + ".asked")));
    project.host.onFetch(
        (call, context) -> {
          Files.createFile(shared.resolve(UUID.randomUUID() + ".fetched"));
          if (Boolean.parseBoolean(arguments[2])) {
            return;
          }
          // Without locks, the other process gets its chance to fetch at the same time.
          Files.createFile(shared.resolve(arguments[1] + ".in"));
          while (Listing.files(shared, ".in").size() < 2) {
            Thread.onSpinWait();
          }
        });
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    Run run =
        project
            .engine(Boolean.parseBoolean(arguments[2]))
            .provisioning(TestProject.CREATE)
            .run(Selection.ALL);
    System.out.println(run.outcomes().get(0).action() + " " + project.console.warnings());
  }
}
