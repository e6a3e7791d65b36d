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

class BadImportsTest {

  private static final String PLACE = "src/main/stacks/dev.yaml:";

  private ProjectFixture project;

  @BeforeEach
  void createProject(@TempDir Path directory) throws IOException {
    project = new ProjectFixture(Files.createDirectory(directory.resolve("project")));
  }

  @Test
  void aManifestThatImportsItselfIsRefused() {
    project.stack("dev.yaml", "import: [dev]");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "manifests import each other: src/main/stacks/dev.yaml -> src/main/stacks/dev.yaml",
                PLACE + "1:10",
                "move what they share into a third manifest and import that"));
  }

  @Test
  void aGlobThatMatchesItsOwnFileIsRefused() {
    project.stack("dev.yaml", "import: ['*']");

    assertThat(project.refusal().message())
        .isEqualTo(
            "manifests import each other: src/main/stacks/dev.yaml -> src/main/stacks/dev.yaml");
  }

  @Test
  void aCycleOfThreeIsPrintedAsAPathWithoutTheWayToIt() {
    project
        .stack("dev.yaml", "import: [a]")
        .stack("a.yaml", "import: [b]")
        .stack("b.yaml", "import: [c]")
        .stack("c.yaml", "import:", "  - a");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "manifests import each other: src/main/stacks/a.yaml -> src/main/stacks/b.yaml"
                    + " -> src/main/stacks/c.yaml -> src/main/stacks/a.yaml",
                "src/main/stacks/c.yaml:2:5",
                "move what they share into a third manifest and import that"));
  }

  @Test
  void importsThatAreNestedWithoutEndAreRefused() {
    for (int i = 0; i < 300; i++) {
      project.stack("catalog/m" + i + ".yaml", "import: [catalog/m" + (i + 1) + "]");
    }
    project.stack("dev.yaml", "import: [catalog/m0]");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "imports are nested more than 250 deep",
                "src/main/stacks/catalog/m248.yaml:1:10",
                "import the manifests that are needed directly"));
  }

  @Test
  void aMissingImportNamesTheNearestManifests() {
    project.stack("catalog/vpc.yaml", "vars: {}").stack("dev.yaml", "import:", "- catalog/vcp");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the imported manifest 'catalog/vcp' does not exist",
                PLACE + "2:3",
                "use catalog/vpc"));
  }

  @Test
  void aGlobThatMatchesNothingIsAMissingImport() {
    project.stack("dev.yaml", "import: ['catalog/*']");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the imported manifest 'catalog/*' does not exist",
                PLACE + "1:10",
                "name a manifest relative to src/main/stacks, or start with ./"));
  }

  @Test
  void aDiamondIsNoCycle() {
    project
        .stack("dev.yaml", "import: [catalog/a, catalog/b]")
        .stack("catalog/a.yaml", "import: [catalog/c]")
        .stack("catalog/b.yaml", "import: [catalog/c]")
        .stack("catalog/c.yaml", "components: {packer: {image: {}}}");

    assertThat(project.load().components()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import: catalog | 'import' is a string, not a list | 1:9",
        "import: [{context: {}}] | an import has no path | 1:10",
        "import: [''] | an import has an empty path | 1:10",
        "import: [[a]] | an import is a list | 1:10"
      })
  void anImportOfTheWrongFormIsRefused(String line, String message, String place) {
    project.stack("dev.yaml", line);

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                message, PLACE + place, "write a list of paths, or of maps with the key path"));
  }

  @Test
  void anUnknownKeyOfAnImportNamesTheNearest() {
    project.stack("dev.yaml", "import: [{path: a, contxt: {}}]");

    assertThat(project.refusal())
        .isEqualTo(new Refusal("an import has no key 'contxt'", PLACE + "1:20", "use context"));
  }
}
