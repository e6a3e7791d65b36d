package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadComponentsTest {

  private static final String PLACE = "src/main/stacks/dev.yaml:";

  private ProjectFixture project;

  @BeforeEach
  void createProject(@TempDir Path directory) {
    project = new ProjectFixture(directory);
  }

  @Test
  void aCycleOfBasesIsPrintedAsAPathAndLeavesOthersAlone() {
    project.stack(
        "dev.yaml",
        "components:",
        "  terraform:",
        "    a: {metadata: {inherits: [b]}}",
        "    b: {metadata: {inherits: [c]}}",
        "    c: {metadata: {inherits: [b]}}",
        "    fine: {}");

    assertThat(project.refusal("dev/a"))
        .isEqualTo(
            new Refusal(
                "components inherit from each other: b -> c -> b",
                PLACE + "5:20",
                "remove the base that is named at " + PLACE + "5:31"));
    assertThat(project.component("dev/fine").invalid()).isEmpty();
  }

  @Test
  void basesMustBeAList() {
    project.stack("dev.yaml", "components: {terraform: {a: {metadata: {inherits: b}}}}");

    assertThat(project.refusal("dev/a"))
        .isEqualTo(
            new Refusal(
                "'inherits' is a string, not a list",
                PLACE + "1:51",
                "write one item a line below 'inherits', each with a dash"));
  }

  @Test
  void aComponentThatIsNoMapIsInvalid() {
    project.stack("dev.yaml", "components: {terraform: {a: [1], b: {}}}");

    assertThat(project.refusal("dev/a"))
        .isEqualTo(
            new Refusal(
                "'a' is a list, not a map", PLACE + "1:29", "write key: value pairs below 'a'"));
    assertThat(project.component("dev/b").invalid()).isEmpty();
  }

  @Test
  void aMistypedComponentTypeIsRefused() {
    project.stack("dev.yaml", "components: {terrafrom: {a: {}}}");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal("unknown component type 'terrafrom'", PLACE + "1:14", "use terraform"));
  }

  @Test
  void componentsOfOtherToolsAreLeftOut() {
    project.stack("dev.yaml", "components: {kubernetes: {a: {}}, packer: {image: {}}}");

    assertThat(project.load().components())
        .extracting(component -> component.id().name())
        .containsExactly("image");
  }

  @Test
  void aSourceAtTheTopOfAManifestIsRefused() {
    project.stack("dev.yaml", "source: https://example.com/a.zip");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "'source' has no meaning at the top of a manifest",
                PLACE + "1:1",
                "move it below terraform:, or below a component"));
  }

  @Test
  void overridesCannotHoldASource() {
    project.stack(
        "dev.yaml", "overrides: {source: {version: v1}}", "components: {terraform: {a: {}}}");

    assertThat(project.refusal("dev/a"))
        .isEqualTo(
            new Refusal(
                "'overrides' cannot hold a source",
                PLACE + "1:13",
                "write it below terraform:, or below the component"));
  }

  @Test
  void enabledMustBeTrueOrFalse() {
    project.stack("dev.yaml", "components: {terraform: {a: {metadata: {enabled: no}}}}");

    assertThat(project.refusal("dev/a"))
        .isEqualTo(
            new Refusal(
                "'enabled' is neither true nor false",
                PLACE + "1:50",
                "write enabled: true or enabled: false"));
  }

  @Test
  void anUnknownListStrategyConcernsItsComponentOnly() {
    project.stack(
        "dev.yaml",
        "components:",
        "  terraform:",
        "    a: {settings: {list_merge_strategy: prepend}}",
        "    b: {}");

    assertThat(project.refusal("dev/a"))
        .isEqualTo(
            new Refusal(
                "unknown list_merge_strategy 'prepend'",
                PLACE + "3:41",
                "use replace, append or merge"));
    assertThat(project.component("dev/b").invalid()).isEmpty();
  }

  @Test
  void localsThatNeedEachOtherAreRefused() {
    project.stack(
        "dev.yaml",
        "locals:",
        "  a: '{{ .locals.b }}'",
        "  b: '{{ .locals.a }}'",
        "components: {packer: {image: {}}}");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "locals need each other: a -> b -> a",
                PLACE + "2:3",
                "give one of them a value of its own"));
  }

  @Test
  void anUnknownLocalNamesTheNearest() {
    project.stack("dev.yaml", "locals:", "  stage: dev", "  name: 'x-{{ .locals.stge }}'");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal("there is no local 'stge' in this file", PLACE + "3:9", "use stage"));
  }
}
