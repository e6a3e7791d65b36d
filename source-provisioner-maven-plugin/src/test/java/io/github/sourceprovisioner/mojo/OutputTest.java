package io.github.sourceprovisioner.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.mojo.maven.RecordingLog;
import io.github.sourceprovisioner.report.Format;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class OutputTest {

  private final RecordingLog log = new RecordingLog();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream before = System.out;

  @BeforeEach
  void watchTheScreen() {
    System.setOut(new PrintStream(screen, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveTheScreenBack() {
    System.setOut(before);
  }

  @Test
  void aTableGoesIntoTheLogLineByLine() throws Exception {
    new Output(Format.TABLE, Optional.empty(), log, false).print("A B\n1 2");

    assertThat(log.lines()).containsExactly("info A B", "info 1 2");
    assertThat(screen.size()).isZero();
  }

  @Test
  void whatIsForMachinesStandsAloneOnStandardOutputInUtf8() throws Exception {
    new Output(Format.JSON, Optional.empty(), log, false).print("[\"é\"]");

    assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("[\"é\"]\n");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aFileIsWrittenWithItsDirectoriesAndNothingElse(@TempDir Path root) throws Exception {
    Path file = root.resolve("a/b/list.json");

    new Output(Format.JSON, Optional.of(file), log, false).print("[]");

    assertThat(file).hasContent("[]");
    assertThat(log.lines()).containsExactly("info Written to " + file);
    assertThat(screen.size()).isZero();
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed(@TempDir Path root) throws Exception {
    Path file = Files.writeString(root.resolve("file"), "").resolve("list.json");

    assertThatThrownBy(() -> new Output(Format.CSV, Optional.of(file), log, false).print("a"))
        .isInstanceOfSatisfying(
            AccessDenied.class,
            refusal -> {
              assertThat(refusal).hasMessageContaining("cannot write " + file);
              assertThat(refusal.advice())
                  .containsExactly("name a file that can be written with -Dsource.outputFile=…");
            });
  }
}
