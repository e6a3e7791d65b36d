package io.github.sourceprovisioner.engine;

import java.nio.file.Path;

/**
 * A program that provisions a project with several sources from a cache that somebody else prunes
 * meanwhile. It says that it is ready, and starts when it is told to.
 */
final class PrunedProbe {

  private static final int SOURCES = 6;

  private PrunedProbe() {}

  /** Arguments: the shared directory, the name of the project in it, whether to lock. */
  public static void main(String[] arguments) throws Exception {
    Path shared = Path.of(arguments[0]);
    TestProject project = new TestProject(shared.resolve(arguments[1]), shared.resolve("cache"));
    for (int i = 0; i < SOURCES; i++) {
      String source = "{uri: 'fake::acme/vpc" + i + "', version: main}";
      project.stack("s" + i, TestProject.component("vpc", source));
    }
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    Run run =
        project
            .engine(Boolean.parseBoolean(arguments[2]))
            .provisioning(TestProject.CREATE)
            .run(Selection.ALL);
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < SOURCES && run.failures().isEmpty(); i++) {
      content.append(project.mainTf("s" + i, "vpc").strip());
    }
    System.out.println(run.failures() + " " + content);
  }
}
