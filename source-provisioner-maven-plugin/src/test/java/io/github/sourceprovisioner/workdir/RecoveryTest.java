package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does in between is not lost when a replacement is finished or taken back. */
class RecoveryTest extends InterruptedReplacement {

  RecoveryTest(@TempDir Path project) {
    super(project);
  }

  @Test
  void editsMadeAfterAStopAreNotLost() throws IOException {
    provisionWithUserFiles();
    Workdirs stopping = bench.stoppingAt(step -> haltIf(step == Step.JOURNALED));
    assertThatThrownBy(() -> replace(stopping, Bench.GENTLE)).isInstanceOf(Halt.class);
    bench.write("main.tf", "edited");

    bench.workdirs().recover();

    assertThat(bench.files()).isEqualTo(with(with(OLD.files(), USER), Map.of("main.tf", "edited")));
  }

  @Test
  void aWorkdirThatSomebodyMadeInBetweenStaysAndTheOldOneIsKeptAside() throws IOException {
    provisionWithUserFiles();
    Workdirs stopping = bench.stoppingAt(step -> haltIf(step == Step.OLD_ASIDE));
    assertThatThrownBy(() -> replace(stopping, Bench.GENTLE)).isInstanceOf(Halt.class);
    bench.write("main.tf", "somebody's");

    bench.workdirs().recover();

    assertThat(bench.files()).isEqualTo(Map.of("main.tf", "somebody's"));
    assertThat(Bench.snapshot(bench.stateRoot.resolve("aside/terraform-dev-vpc-20261121T101530Z")))
        .isEqualTo(with(OLD.files(), USER));
    assertThat(bench.warnings).hasSize(1);
  }

  @Test
  void anEditMadeDuringTheCopyIsKeptAside() throws IOException {
    provisionWithUserFiles();
    Workdirs editing =
        bench.stoppingAt(
            step -> {
              if (step == Step.JOURNALED) {
                writeUnchecked("main.tf", "edited");
              }
            });

    replace(editing, Bench.GENTLE);

    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
    assertThat(Bench.snapshot(bench.stateRoot.resolve("aside/terraform-dev-vpc-20261121T101530Z")))
        .isEqualTo(Map.of("main.tf", "edited"));
  }

  @Test
  void aUserFileThatCannotMoveTakesEverythingBack() throws IOException {
    provisionWithUserFiles();
    Workdirs obstructing =
        bench.stoppingAt(
            step -> {
              if (step == Step.NEW_IN) {
                writeUnchecked("terraform.tfstate", "made in between");
              }
            });

    assertThatThrownBy(() -> replace(obstructing, Bench.GENTLE)).isInstanceOf(IOException.class);

    assertThat(bench.files()).containsAllEntriesOf(OLD.files());
    assertThat(Bench.snapshot(project).values()).contains("{}", "made in between");
  }

  @Test
  void aDamagedJournalLosesNothing() throws IOException {
    provisionWithUserFiles();
    Workdirs stopping = bench.stoppingAt(step -> haltIf(step == Step.OLD_ASIDE));
    assertThatThrownBy(() -> replace(stopping, Bench.GENTLE)).isInstanceOf(Halt.class);
    try (var files = Files.newDirectoryStream(bench.stateRoot.resolve("journal"), "*.journal")) {
      Files.writeString(files.iterator().next(), "half a jour");
    }

    bench.workdirs().recover();

    assertThat(Bench.snapshot(bench.stateRoot.resolve("aside/unknown-20261121T101530Z")))
        .isEqualTo(with(OLD.files(), USER));
    assertNothingLeft();
    assertThat(bench.workdirs().inspect(VPC, Optional.empty())).contains(Status.MISSING);
  }

  @Test
  void recoveryOfACleanProjectWritesNothing() {
    bench.workdirs().recover();

    assertThat(project).isEmptyDirectory();
  }

  private void writeUnchecked(String path, String text) {
    try {
      bench.write(path, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
