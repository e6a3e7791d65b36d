package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportConfinementTest {

  private static final String PLACE = "src/main/stacks/dev.yaml:";

  private Path temporary;

  private ProjectFixture project;

  @BeforeEach
  void createProject(@TempDir Path directory) throws IOException {
    temporary = directory;
    project = new ProjectFixture(Files.createDirectory(temporary.resolve("project")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/stacks/vpc.yaml",
        "git::https://example.com/stacks.git//vpc.yaml",
        "s3::https://s3.amazonaws.com/b/vpc.yaml",
        "github.com/acme/stacks//vpc.yaml",
        "git@example.com:acme/stacks.git"
      })
  void remoteImportsAreRefused(String remote) {
    project.stack("dev.yaml", "import: ['" + remote + "']");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "remote imports are not supported: " + remote,
                PLACE + "1:10",
                "copy the manifest into the stacks directory and import it from there"));
  }

  @Test
  void aRemoteImportNeverShowsItsPassword() {
    project.stack("dev.yaml", "import: ['https://me:s3cr3t@example.com/vpc.yaml']");

    assertThat(project.refusal().message()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({
    "../../../../outside, leads out of the project",
    "../../../../*, leads out of the project",
    "/etc/passwd, leads out of the project",
    "catalog/../../config, leaves the stacks directory"
  })
  void anImportThatLeavesItsDirectoryIsRefused(String path, String message) throws IOException {
    Files.writeString(temporary.resolve("outside.yaml"), "vars: {}");
    project.file("src/main/config.yaml", "vars: {}").stack("dev.yaml", "import: ['" + path + "']");

    Refusal refusal = project.refusal();

    assertThat(refusal.message()).contains("'" + path + "' " + message);
    assertThat(refusal.place()).isEqualTo(PLACE + "1:10");
    assertThat(refusal.advice())
        .matches("keep the file below the base directory.*|start the path with ./ or ../ .*");
  }

  @Test
  void anImportThroughALinkOutOfTheProjectIsRefused() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside.yaml"), "vars: {}");
    project
        .stack("dev.yaml", "import: [catalog/link]")
        .link("src/main/stacks/catalog/link.yaml", outside);

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "'catalog/link' leads out of the project",
                PLACE + "1:10",
                "keep the file below the base directory of the project"));
  }

  @Test
  void aRelativeImportWithinTheProjectIsFine() {
    project
        .file("src/main/config.yaml", "components: {packer: {image: {}}}")
        .stack("dev.yaml", "import: [../config]");

    assertThat(project.load().components()).hasSize(1);
  }
}
