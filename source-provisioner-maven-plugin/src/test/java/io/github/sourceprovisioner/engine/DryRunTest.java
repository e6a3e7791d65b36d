package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.DRY;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void nothingAtAllIsWrittenInAColdProject() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    var before = Listing.of(project.root);

    assertThat(project.actions(DRY)).containsExactly("dev/vpc created");

    assertThat(Listing.of(project.root)).isEqualTo(before);
    assertThat(project.host.calls).containsExactly("resolve acme/vpc@main");
  }

  @Test
  void whatARealRunDoesIsForetoldAndNothingIsWritten() throws Exception {
    project.stack("a", component("same", "{uri: 'fake::acme/same', version: main}"));
    project.stack("b", component("moved", "{uri: 'fake::acme/moved', version: main, ttl: 0}"));
    project.stack("c", component("gone", "{uri: 'fake::acme/gone', version: main}"));
    project.run(CREATE);
    project.host.answer("acme/moved@main", "r2");
    for (String file : new String[] {"main.tf", "README.md", ""}) {
      Files.delete(project.workdir("c", "gone").resolve(file));
    }
    var before = Listing.of(project.root);

    assertThat(project.actions(DRY))
        .containsExactly("a/same unchanged", "b/moved updated", "c/gone created");
    assertThat(Listing.of(project.root)).isEqualTo(before);

    assertThat(project.actions(CREATE))
        .containsExactly("a/same unchanged", "b/moved updated", "c/gone created");
  }

  @Test
  void aRunThatWouldStopAtEditedFilesIsForetoldAsAFailure() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, ttl: 0}").run(CREATE);
    project.host.answer("acme/vpc@main", "r2");
    Files.writeString(project.workdir("dev", "vpc").resolve("main.tf"), "# mine, and longer\n");

    Failure failure = project.failure(DRY);

    assertThat(failure.reason())
        .isInstanceOf(WorkdirModified.class)
        .hasMessageContaining("a real run would stop")
        .hasMessageContaining("were edited or deleted");
    assertThat(failure.reason().advice())
        .first()
        .isEqualTo("move what you need to another place, then run with -Dsource.force=true");
    assertThat(project.failure(CREATE).reason()).isInstanceOf(WorkdirModified.class);

    Policy forced =
        new Policy(
            "create",
            DRY.mode(),
            false,
            true,
            true,
            Optional.empty(),
            DRY.timeout(),
            false,
            TestProject.OFF);
    assertThat(project.actions(forced)).containsExactly("dev/vpc updated");
  }

  @Test
  void aDirectoryOfTheUserIsForetoldToStopTheRunEvenByForce() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    project.write("target/workdir/terraform/dev/vpc/mine.tf", "# mine\n");

    assertThat(project.failure(DRY).reason())
        .hasMessageContaining("holds what this plugin did not make");
    assertThat(project.failure(CREATE).reason()).isInstanceOf(WorkdirModified.class);
  }
}
