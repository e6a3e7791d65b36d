package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests that a machine wrote to bring a build down: each is refused in the usual words. */
class HostileManifestTest {

  private static final String DIRECTORY = "src/main/stacks/";
  private static final String STACK = "components: {terraform: {a: {}}}";

  private ProjectFixture project;

  @BeforeEach
  void createProject(@TempDir Path directory) throws IOException {
    project = new ProjectFixture(Files.createDirectory(directory.resolve("project")));
  }

  @Test
  void anEndlessChainOfBasesIsRefused() {
    StringBuilder chain = new StringBuilder("components: {terraform: {");
    for (int i = 0; i < 1_000; i++) {
      chain.append("c" + i + ": {metadata: {inherits: [c" + (i + 1) + "]}}, ");
    }
    project.stack("dev.yaml", chain.append("c1000: {}}}").toString());

    Refusal refusal = project.refusal("dev/c0");

    assertThat(refusal.message()).isEqualTo("components inherit more than 250 deep");
    assertThat(refusal.advice()).isEqualTo("inherit from the components that are needed directly");
    assertThat(project.component("dev/c999").invalid()).isEmpty();
  }

  @Test
  void anEndlessChainOfLocalsIsRefused() {
    StringBuilder chain = new StringBuilder("locals: {l20000: x");
    for (int i = 0; i < 20_000; i++) {
      chain.append(", l" + i + ": '{{ .locals.l" + (i + 1) + " }}'");
    }
    project.stack("dev.yaml", chain.append("}").toString(), STACK);

    Refusal refusal = project.refusal();

    assertThat(refusal.message()).isEqualTo("locals need each other more than 250 deep");
    assertThat(refusal.place()).startsWith(DIRECTORY + "dev.yaml:1:");
    assertThat(refusal.advice()).isEqualTo("give one of them a value of its own");
  }

  @Test
  void aLongStringInATemplateIsOnlyAString() {
    String text = "\\n".repeat(50_000);
    project.stack(
        "dev.yaml",
        "locals: {a: x}",
        "components: {terraform: {a: {vars: {v: '{{ \"" + text + "\" }}{{ .locals.a }}'}}}}");

    assertThat(project.component("dev/a").section().toString()).contains("\n\n\nx");
  }

  @Test
  void anEndlessFieldInATemplateIsRefused() {
    project.stack(
        "dev.yaml",
        "locals: {a: x}",
        "components: {terraform: {a: {source: '{{ .locals" + ".a".repeat(50_000) + " }}'}}}");

    assertThat(project.refusal("dev/a").message()).isEqualTo("the expression is nested too deeply");
  }

  @Test
  void includedValuesCount() {
    project.file("many.json", "[" + "1,".repeat(60_000) + "1]");
    project.stack("dev.yaml", STACK, "vars:", "  a: !include many.json", "  b: !include many.json");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the file has more than 100000 values, aliases expanded",
                DIRECTORY + "dev.yaml:4:6",
                "split the file, and use imports instead of aliases"));
  }

  @Test
  void includesOfIncludesEnd() {
    for (int i = 0; i < 60; i++) {
      project.file("f" + i + ".yml", "a: !include f" + (i + 1) + ".yml");
    }
    project.file("f60.yml", "a: b");
    project.stack("dev.yaml", STACK, "vars: !include f0.yml");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "files include each other more than 50 deep",
                "f49.yml:1:4",
                "include the files that are needed directly"));
  }

  @Test
  void directoriesThatLinkToEachOtherAreNotWalkedForEver() throws IOException {
    for (int i = 0; i < 18; i++) {
      project.link(DIRECTORY + "d" + i + "/x", Path.of("../d" + (i + 1)));
      project.link(DIRECTORY + "d" + i + "/y", Path.of("../d" + (i + 1)));
    }
    project.stack("d18/dev.yaml", STACK);

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "the directory holds more than 100000 files and directories",
                "src/main/stacks",
                "remove links between directories, or keep manifests in a directory of their own"));
  }

  @Test
  void anEndlessImportPathIsRefused() {
    project.stack("dev.yaml", "import: ['" + "@".repeat(900_000) + "']");

    assertThat(project.refusal())
        .isEqualTo(
            new Refusal(
                "an import has a path of more than 4096 characters",
                DIRECTORY + "dev.yaml:1:10",
                "write the path of a manifest"));
  }

  @Test
  void aBackslashInTheNameOfAFileIsNoSlash() {
    project.stack("dev.yaml", STACK);
    project.stack("a\\b.yaml", STACK);

    assertThat(project.load().components()).hasSize(2);
  }
}
