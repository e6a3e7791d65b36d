package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Scalar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLoaderTest {

  private Path base;

  @BeforeEach
  void createProject(@TempDir Path directory) {
    base = directory;
  }

  @Test
  void theProjectsConfigurationIsPassedOn() {
    ProjectConfig config =
        new ProjectFixture(base)
            .file(
                "atmos.yaml",
                "components:",
                "  terraform: {base_path: modules, source: {ttl: 1.50}}",
                "provision: {source: {force: true}}")
            .stack("dev.yaml")
            .load()
            .config();

    assertThat(config.basePath()).isEqualTo(base);
    assertThat(config.componentBasePaths())
        .containsEntry("terraform", base.resolve("modules"))
        .containsEntry("helmfile", base.resolve("components/helmfile"));
    assertThat(config.sourceTtl().keySet()).containsExactly("terraform");
    assertThat(config.sourceTtl().values()).extracting(Scalar::text).containsExactly("1.50");
    assertThat(config.provisionDefaults().entries()).containsOnlyKeys("source");
  }

  @Test
  void aTypeSaysWhereItsComponentsStandUnlessTheFileDoes() {
    ProjectFixture project =
        new ProjectFixture(base)
            .file("atmos.yaml", "base_path: infra", "components: {bicep: {base_path: az}}")
            .file("infra/dev.yaml", "components: {}");
    StackLoader loader = new StackLoader(Map.of("pulumi", "programs", "bicep", "x"), Map.of());

    assertThat(
            loader
                .load(new StackRoots(project.base(), Optional.of(base.resolve("infra"))))
                .config()
                .componentBasePaths())
        .containsOnly(
            Map.entry("pulumi", base.resolve("infra/programs")),
            Map.entry("bicep", base.resolve("infra/az")));
  }

  @Test
  void aStacksDirectoryOutsideOfTheProjectIsReadIfItIsConfigured(@TempDir Path elsewhere) {
    new ProjectFixture(elsewhere)
        .file("dev.yaml", "import: [catalog/image]")
        .file("catalog/image.yaml", "components: {packer: {image: {}}}");

    Stacks stacks =
        new ProjectFixture(base).loader().load(new StackRoots(base, Optional.of(elsewhere)));

    assertThat(stacks.components()).hasSize(1);
    String file = stacks.components().get(0).position().file();
    assertThat(base.resolve(file).normalize()).isEqualTo(elsewhere.resolve("catalog/image.yaml"));
  }

  /** A size at which anything quadratic would be felt (J8 of the fault list). */
  @Test
  void aThousandFilesWithTenThousandComponentsAreRead() {
    ProjectFixture project = new ProjectFixture(base);
    StringBuilder catalog = new StringBuilder("components:\n  terraform:\n");
    for (int i = 0; i < 10; i++) {
      catalog.append("    c" + i + ": {source: {uri: 'https://example.com/" + i + ".zip'}}\n");
    }
    project.stack("catalog/all.yaml", catalog.toString());
    for (int i = 0; i < 1000; i++) {
      project.stack("s" + i + ".yaml", "import: [catalog/all]", "vars: {number: " + i + "}");
    }

    assertThat(project.load().components()).hasSize(10_000);
  }

  @Test
  void oneStackOfAThousandFilesIsRead() {
    ProjectFixture project = new ProjectFixture(base);
    for (int i = 0; i < 1000; i++) {
      StringBuilder part = new StringBuilder("components:\n  terraform:\n");
      for (int j = 0; j < 10; j++) {
        part.append("    c" + i + "-" + j + ": {vars: {a: 1}}\n");
      }
      project.stack("catalog/m" + i + ".yaml", part.toString());
    }
    project.stack("dev.yaml", "import: ['catalog/*']");

    assertThat(project.load().components()).hasSize(10_000);
  }
}
