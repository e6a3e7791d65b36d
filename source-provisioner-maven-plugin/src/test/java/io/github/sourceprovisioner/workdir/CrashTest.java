package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static io.github.sourceprovisioner.workdir.Bench.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest {

  private static final MemoryTree OLD =
      MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1", "gone.tf", "1");
  private static final MemoryTree NEW =
      MemoryTree.of("main.tf", "22", "modules/b/x.tf", "2", "outputs.tf", "2");
  private static final Map<String, String> USER =
      Map.of(
          ".terraform/providers/p", "binary",
          "modules/a/mine.tfvars", "a",
          "terraform.tfstate", "{}");

  private final Path project;
  private final Bench bench;

  /** What a machine that stops looks like from inside: no handler sees it. */
  private static final class Halt extends Error {
    private static final long serialVersionUID = 1L;
  }

  CrashTest(@TempDir Path project) {
    this.project = project;
    bench = new Bench(project);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aStopAtAnyStepEndsInTheOldOrTheNewWorkdir(int count) throws IOException {
    provisionWithUserFiles();
    replaceUntil(count, Bench.GENTLE);

    bench.workdirs().recover();

    assertOldOrNew();
    assertNothingLeft();
    assertThat(bench.warnings).isEmpty();
    bench.provision("r2", NEW);
    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aStopDoesNotHarmIfOnlyTheNextProvisioningLooksAfterIt(int count) throws IOException {
    provisionWithUserFiles();
    replaceUntil(count, Bench.GENTLE);

    bench.provision("r2", NEW);

    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aStopOfAForcedReplacementLosesNoEdit(int count) throws IOException {
    provisionWithUserFiles();
    bench.write("gone.tf", "edited");
    replaceUntil(count, Bench.FORCE);

    bench.workdirs().recover();

    assertNothingLeft();
    assertThat(Bench.snapshot(project).values()).contains("edited");
    assertThat(bench.files()).containsAllEntriesOf(USER);
    bench.force("r2", NEW);
    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
    assertThat(Bench.snapshot(bench.stateRoot.resolve("aside")).values()).contains("edited");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aStopAtTheFirstProvisioningEndsInNothingOrAll(int count) throws IOException {
    replaceUntil(count, Bench.GENTLE);

    bench.workdirs().recover();

    assertThat(bench.files()).isIn(Map.of(), NEW.files());
    assertThat(bench.workdirs().state(VPC).isPresent()).isEqualTo(Files.exists(bench.workdir));
    assertNothingLeft();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"JOURNALED", "FILES_DELETED", "STATE_WRITTEN"})
  void aStopWhileDeletingIsFinished(Step stop) throws IOException {
    provisionWithUserFiles();
    Workdirs stopping = bench.stoppingAt(step -> haltIf(step == stop));
    assertThatThrownBy(() -> stopping.delete(VPC, false)).isInstanceOf(Halt.class);

    bench.workdirs().recover();

    assertThat(bench.files()).isEqualTo(USER);
    assertThat(bench.workdirs().state(VPC)).isEmpty();
    assertThat(bench.stateRoot.resolve("journal")).isEmptyDirectory();
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

  private void provisionWithUserFiles() throws IOException {
    bench.provision("r1", OLD);
    for (Map.Entry<String, String> file : USER.entrySet()) {
      bench.write(file.getKey(), file.getValue());
    }
  }

  /** Replaces and stops after a number of steps; a number larger than all steps does not stop. */
  private void replaceUntil(int count, Replacement replacement) throws IOException {
    AtomicInteger steps = new AtomicInteger();
    try {
      replace(bench.stoppingAt(step -> haltIf(steps.incrementAndGet() == count)), replacement);
      assertThat(steps.get()).isLessThan(count);
    } catch (Halt e) {
      assertThat(steps).hasValue(count);
    }
  }

  private static void replace(Workdirs workdirs, Replacement replacement) throws IOException {
    workdirs.materialise(VPC, fingerprint("r2"), NEW, replacement);
  }

  private static void haltIf(boolean now) {
    if (now) {
      throw new Halt();
    }
  }

  private void writeUnchecked(String path, String text) {
    try {
      bench.write(path, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void assertOldOrNew() throws IOException {
    String revision = bench.workdirs().state(VPC).orElseThrow().fingerprint().revision();
    MemoryTree tree = revision.equals("r1") ? OLD : NEW;
    assertThat(bench.files()).isEqualTo(with(tree.files(), USER));
    assertThat(bench.workdirs().inspect(VPC, Optional.of(fingerprint(revision))))
        .contains(Status.CURRENT);
  }

  private void assertNothingLeft() {
    assertThat(bench.workdirRoot.resolve(".staging")).isEmptyDirectory();
    assertThat(Files.exists(bench.stateRoot.resolve("journal")))
        .satisfies(
            exists -> {
              if (exists) {
                assertThat(bench.stateRoot.resolve("journal")).isEmptyDirectory();
              }
            });
  }

  private static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
    Map<String, String> both = new TreeMap<>(first);
    both.putAll(second);
    return both;
  }
}
