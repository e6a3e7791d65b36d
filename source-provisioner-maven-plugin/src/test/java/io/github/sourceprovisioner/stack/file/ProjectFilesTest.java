package io.github.sourceprovisioner.stack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.stack.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {

  private Path base;

  @BeforeEach
  void createProject(@TempDir Path directory) {
    base = directory;
  }

  private ProjectFiles files() {
    return new ProjectFiles(base, List.of(base));
  }

  private Refusal refusal(byte[] content) throws IOException {
    Path file = Files.write(base.resolve("dev.yaml"), content);
    return Refusal.of(() -> files().read(file));
  }

  @Test
  void aFileOfFourMegabytesIsRefused() throws IOException {
    assertThat(refusal(new byte[4 * 1024 * 1024]))
        .isEqualTo(
            new Refusal(
                "the file has more than 1048576 bytes",
                "dev.yaml",
                "split it into several files and import them"));
  }

  @Test
  void textInAnotherEncodingIsRefused() throws IOException {
    Refusal refused = new Refusal("the file is not UTF-8 text", "dev.yaml", "save it as UTF-8");

    assertThat(refusal("\uFEFFa: b".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(refused);
    assertThat(refusal("é".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(refused);
  }

  @Test
  void aByteOrderMarkIsDropped() throws IOException {
    Path file = Files.writeString(base.resolve("dev.yaml"), "\uFEFFa: b");

    assertThat(files().read(file)).isEqualTo("a: b");
  }

  @Test
  void aMissingFileIsRefused() {
    assertThat(Refusal.of(() -> files().read(base.resolve("none.yaml"))))
        .isEqualTo(
            new Refusal(
                "cannot read the file",
                "none.yaml",
                "check that it exists and that you may read it"));
  }
}
