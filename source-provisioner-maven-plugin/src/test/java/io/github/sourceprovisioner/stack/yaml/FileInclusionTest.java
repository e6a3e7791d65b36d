package io.github.sourceprovisioner.stack.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.Refusal;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileInclusionTest {

  private static final String PLACE = "stacks/dev.yaml:3:9";

  private Path temporary;

  private Path base;

  @BeforeEach
  void createProject(@TempDir Path directory) throws IOException {
    temporary = directory;
    base = Files.createDirectories(temporary.resolve("project"));
    Files.createDirectory(base.resolve("stacks"));
    Files.writeString(temporary.resolve("outside.yaml"), "secret: 1");
  }

  private Value include(String argument) {
    Position position = new Position("stacks/dev.yaml", 3, 9);
    ProjectFiles files = new ProjectFiles(base, List.of(base));
    return FileInclusion.of(files, base, base.resolve("stacks/dev.yaml"))
        .include(new Scalar(argument, Kind.STRING, Optional.of("!include"), position));
  }

  private Refusal refusal(String argument) {
    return Refusal.of(() -> include(argument));
  }

  @Test
  void aPathOutOfTheProjectIsRefused() throws IOException {
    Path absolute = temporary.resolve("outside.yaml");
    Files.createSymbolicLink(base.resolve("stacks/link.yaml"), absolute);

    for (String path : List.of("../../outside.yaml", absolute.toString(), "link.yaml")) {
      assertThat(refusal(path))
          .isEqualTo(
              new Refusal(
                  "'" + path + "' leads out of the project",
                  PLACE,
                  "keep the file below the base directory of the project"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/a.yaml", "git::ssh://example.com/a.git//a.yaml"})
  void aRemoteFileIsRefused(String url) {
    assertThat(refusal(url))
        .isEqualTo(
            new Refusal(
                "remote includes are not supported",
                PLACE,
                "copy the file into the project and include it from there"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tfvars", "envs/dev.hcl", "main.tf .locals"})
  void hclStaysAsItIsForWhoeverCanReadIt(String call) {
    Position position = new Position("stacks/dev.yaml", 3, 9);
    assertThat(include(call))
        .isEqualTo(new Scalar(call, Kind.STRING, Optional.of("!include"), position));
  }

  @Test
  void aMissingFileIsRefused() {
    assertThat(refusal("a.yaml"))
        .isEqualTo(
            new Refusal(
                "the included file 'a.yaml' does not exist",
                PLACE,
                "create stacks/a.yaml,"
                    + " or name a file relative to the manifest or to the base path"));
    assertThat(refusal(""))
        .isEqualTo(new Refusal("!include names no file", PLACE, "add the path of a file"));
  }

  @Test
  void filesThatIncludeEachOtherAreRefused() throws IOException {
    Files.writeString(base.resolve("stacks/a.yaml"), "b: !include b.yaml");
    Files.writeString(base.resolve("stacks/b.yaml"), "a: !include a.yaml");

    assertThat(refusal("a.yaml"))
        .isEqualTo(
            new Refusal(
                "files include each other: stacks/a.yaml -> stacks/b.yaml -> stacks/a.yaml",
                "stacks/b.yaml:1:4",
                "remove one of these includes"));
  }

  @Test
  void filesThatIncludeWithoutEndAreRefused() throws IOException {
    for (int i = 0; i < 4; i++) {
      String next = "- !include " + (i + 1) + ".yaml\n";
      Files.writeString(base.resolve("stacks/" + i + ".yaml"), next.repeat(12));
    }
    Files.writeString(base.resolve("stacks/4.yaml"), "x: y");

    Refusal refusal = refusal("0.yaml");

    assertThat(refusal.message()).isEqualTo("one manifest includes more than 1000 files");
    assertThat(refusal.advice()).isEqualTo("use imports, which are read once");
  }

  @Test
  void anExpressionOtherThanAPathIsRefused() throws IOException {
    Files.writeString(base.resolve("stacks/a.yaml"), "a: {b: [x]}");

    assertThat(refusal("a.yaml .a | keys"))
        .isEqualTo(
            new Refusal(
                "the expression '.a | keys' is not supported",
                PLACE,
                "use a simple path such as .a.b[0]"));
    assertThat(refusal("a.yaml .a.b[1]"))
        .isEqualTo(
            new Refusal(
                "the included file has nothing at '.a.b[1]'",
                PLACE,
                "check the path against the file"));
  }

  @Test
  void textHasNoParts() throws IOException {
    Files.writeString(base.resolve("stacks/a.txt"), "text");

    assertThat(refusal("a.txt .a"))
        .isEqualTo(
            new Refusal(
                "only YAML and JSON files have parts to pick: '.a'",
                PLACE,
                "remove the expression after the file name"));
  }

  @Test
  void aFileBesideTheManifestWinsOverOneBelowTheBasePath() throws IOException {
    Files.writeString(base.resolve("a.txt"), "below");
    assertThat(include("a.txt")).extracting("text").isEqualTo("below");
    Files.writeString(base.resolve("stacks/a.txt"), "beside");
    assertThat(include("a.txt")).extracting("text").isEqualTo("beside");
  }

  @Test
  void aPathPicksKeysAndItems() throws IOException {
    Files.writeString(base.resolve("stacks/a.yaml"), "a: {'b c': [x, {d: y}]}");

    assertThat(include("a.yaml .a[\"b c\"][1].d")).extracting("text").isEqualTo("y");
    assertThat(include("a.yaml .").describe()).isEqualTo("a map");
  }
}
