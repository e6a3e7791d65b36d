package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalComponentTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root.resolve("my 100% project"));
  }

  private void vpc(String more) throws Exception {
    project.stack(
        "dev",
        "components:\n  terraform:\n    vpc:\n"
            + "      provision: {workdir: {enabled: true}}\n"
            + more);
  }

  @Test
  void itsDirectoryIsCopiedAndKeptInStep() throws Exception {
    vpc("");
    project.write("components/terraform/vpc/main.tf", "# one\n");

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created");
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    project.write("components/terraform/vpc/main.tf", "# number two\n");
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc updated");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("# number two\n");
  }

  @Test
  void theDirectoryThatTheMetadataNamesIsTaken() throws Exception {
    vpc("      metadata: {component: shared/network}\n");
    project.write("components/terraform/shared/network/main.tf", "# net\n");

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created");
  }

  @Test
  void aMissingDirectoryFailsWithPlaceAndAdvice() throws Exception {
    vpc("");

    Failure failure = project.failure(CREATE);

    assertThat(failure.reason())
        .isInstanceOf(SourceNotFound.class)
        .hasMessageContaining("components/terraform/vpc is missing");
    assertThat(failure.reason().position().map(Object::toString))
        .contains("src/main/stacks/dev.yaml:3:5");
    assertThat(failure.reason().advice())
        .containsExactly(
            "give the component a source",
            "create the directory, or name another one in metadata.component");
  }

  @Test
  void aDirectoryElsewhereIsRefused() throws Exception {
    vpc("      metadata: {component: ../../src}\n");

    Failure failure = project.failure(CREATE);

    assertThat(failure.reason()).isInstanceOf(InvalidStack.class).hasMessageContaining("not below");
    assertThat(failure.reason().advice())
        .containsExactly("name a directory below it in metadata.component");
  }

  @Test
  void withoutASourceAndWithoutAWorkdirThereIsNothingToDo() throws Exception {
    project.stack("dev", "components:\n  terraform:\n    vpc:\n      vars: {a: 1}\n");

    assertThat(project.actions(CREATE)).isEmpty();
  }
}
