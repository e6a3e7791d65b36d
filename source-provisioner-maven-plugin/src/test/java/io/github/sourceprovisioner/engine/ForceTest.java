package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.FORCED;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForceTest {

  private static final String SOURCE =
      component("vpc", "{uri: 'fake::acme/vpc', version: main, ttl: 0}");

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).stack("dev", SOURCE);
    project.run(CREATE);
  }

  private Path mainTf() {
    return project.workdir("dev", "vpc").resolve("main.tf");
  }

  @Test
  void anEditedWorkdirThatIsUpToDateIsLeftAloneWithAWarning() throws Exception {
    Files.writeString(mainTf(), "# mine, and longer\n");

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("# mine, and longer\n");
    assertThat(project.console.warnings())
        .singleElement()
        .asString()
        .startsWith("dev/vpc: 1 provisioned file was edited or deleted in")
        .endsWith("(main.tf). To have them back, use -Dsource.force=true");
  }

  @Test
  void anEditedWorkdirStopsAnUpdateWithAdvice() throws Exception {
    Files.writeString(mainTf(), "# mine, and longer\n");
    project.host.answer("acme/vpc@main", "r2");

    Failure failure = project.failure(CREATE);

    assertThat(failure.doing()).isEqualTo("writing its workdir");
    assertThat(failure.reason())
        .isInstanceOf(WorkdirModified.class)
        .hasMessageContaining("main.tf");
    assertThat(failure.reason().position().map(Object::toString))
        .contains("src/main/stacks/dev.yaml:4:21");
    assertThat(failure.reason().advice()).first().asString().contains("-Dsource.force=true");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("# mine, and longer\n");
  }

  @Test
  void forceWritesTheWorkdirAnewAndKeepsTheEditedFileAside() throws Exception {
    Files.writeString(mainTf(), "# mine, and longer\n");

    Outcome outcome = project.run(FORCED).outcomes().get(0);

    assertThat(outcome.action() + ": " + outcome.reason()).isEqualTo("updated: forced");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(Listing.files(project.base.resolve("target/source-provisioner/aside"), "main.tf"))
        .singleElement()
        .satisfies(aside -> assertThat(aside).hasContent("# mine, and longer"));
  }

  @Test
  void theManifestCanForceOneComponent() throws Exception {
    project.stack("dev", SOURCE + "      provision: {source: {force: true}}\n");
    project.stack("prod", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.run(CREATE);

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc updated", "prod/vpc unchanged");
  }

  @Test
  void whatTheToolMadeMovesOverIntoTheNewWorkdir() throws Exception {
    Files.writeString(project.workdir("dev", "vpc").resolve("terraform.tfstate"), "{}");
    project.host.answer("acme/vpc@main", "r2");

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc updated");
    assertThat(project.workdir("dev", "vpc").resolve("terraform.tfstate")).hasContent("{}");
  }
}
