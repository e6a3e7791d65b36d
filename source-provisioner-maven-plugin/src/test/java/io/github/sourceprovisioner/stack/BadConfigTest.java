package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadConfigTest {

  private Path base;

  private ProjectFixture project;

  @BeforeEach
  void createProject(@TempDir Path directory) {
    base = directory;
    project = new ProjectFixture(base);
  }

  @Test
  void aProjectWithoutAnyStacksHasNothingToDo() {
    project.file("atmos.yaml", "settings: {}");

    assertThat(project.present()).isFalse();
  }

  @Test
  void theDefaultDirectoryOrASectionOrAParameterMakesAProjectPresent(@TempDir Path other) {
    assertThat(project.stack("dev.yaml").present()).isTrue();
    ProjectFixture configured = new ProjectFixture(other).file("atmos.yaml", "stacks: {}");
    assertThat(configured.present()).isTrue();
    StackRoots roots = new StackRoots(base, Optional.of(Path.of("nowhere")));
    assertThat(project.loader().present(roots)).isTrue();
  }

  @Test
  void variablesOfAnotherProjectDoNotMakeThisOnePresent() {
    Map<String, String> environment = Map.of("ATMOS_STACKS_BASE_PATH", "stacks");

    assertThat(new ProjectFixture(base, environment).present()).isFalse();
  }

  @Test
  void aConfiguredDirectoryThatIsMissingIsRefused() {
    StackRoots roots = new StackRoots(base, Optional.of(base.resolve("nowhere")));

    assertThat(Refusal.of(() -> project.loader().load(roots)))
        .isEqualTo(
            new Refusal(
                "the stacks directory 'nowhere' does not exist",
                "source.stacksDirectory",
                "create it, or name the directory that holds the stack manifests"));
  }

  @Test
  void aMissingDefaultDirectoryIsRefused() {
    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the stacks directory 'src/main/stacks' does not exist",
                "source.stacksDirectory",
                "create it, or name the directory that holds the stack manifests"));
  }

  @Test
  void aDirectoryOfTheFileThatIsMissingIsRefusedThere() {
    project.file("atmos.yaml", "base_path: infra", "stacks:", "  base_path: nowhere");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the stacks directory 'infra/nowhere' does not exist",
                "atmos.yaml:3:14",
                "create it, or name the directory that holds the stack manifests"));
  }

  @Test
  void globsThatFindNothingAreRefused() {
    project
        .file("atmos.yaml", "stacks: {base_path: stacks, included_paths: ['org/*']}")
        .file("stacks/dev.yaml", "components: {}");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "no stack manifests found below stacks",
                "atmos.yaml:1:46",
                "check stacks.included_paths and stacks.excluded_paths"));
  }

  @Test
  void aGlobThatLeavesTheDirectoryIsRefused() {
    project
        .file("atmos.yaml", "stacks: {base_path: stacks, included_paths: ['../**']}")
        .file("stacks/dev.yaml", "components: {}");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the glob '../**' leaves the stacks directory",
                "atmos.yaml:1:46",
                "write globs relative to the stacks directory, without .."));
  }

  @Test
  void aKeyOfTheWrongTypeIsRefused() {
    project.file("atmos.yaml", "stacks: [a]");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "'stacks' is a list, not a map",
                "atmos.yaml:1:9",
                "write key: value pairs below 'stacks'"));
  }

  @Test
  void aQuotedBooleanIsRefused() {
    project.file("atmos.yaml", "stacks: {inherit: {source: 'true'}}");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "'source' is a string, not a boolean",
                "atmos.yaml:1:28",
                "write source: true or source: false, without quotes"));
  }

  @Test
  void otherDelimitersAreRefused() {
    project
        .file("atmos.yaml", "templates:", "  settings:", "    delimiters: ['[[', ']]']")
        .stack("dev.yaml");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "other template delimiters than {{ and }} are not supported",
                "atmos.yaml:3:5",
                "remove 'delimiters', and write templates with {{ and }}"));
  }

  @Test
  void variablesWinOverTheFile() {
    Map<String, String> environment =
        Map.of(
            "ATMOS_BASE_PATH", "infra",
            "ATMOS_STACKS_BASE_PATH", "manifests",
            "ATMOS_STACKS_INCLUDED_PATHS", "a, b",
            "ATMOS_STACKS_EXCLUDED_PATHS", "b",
            "ATMOS_STACKS_NAME_PATTERN", "{stage}");
    Stacks stacks =
        new ProjectFixture(base, environment)
            .file("atmos.yaml", "stacks: {base_path: stacks, name_pattern: '{tenant}'}")
            .file("infra/manifests/a.yaml", "vars: {stage: dev}", "components: {packer: {x: {}}}")
            .file("infra/manifests/b.yaml", "components: {packer: {y: {}}}")
            .file("infra/manifests/c.yaml", "components: {packer: {z: {}}}")
            .load();

    assertThat(stacks.components())
        .extracting(component -> component.id().toString())
        .containsExactly("dev/x");
    assertThat(stacks.config().componentBasePaths())
        .containsEntry("packer", base.resolve("infra/components/packer"));
  }
}
