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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop at any step ends in the old workdir or in the new one. */
class CrashTest extends InterruptedReplacement {

  CrashTest(@TempDir Path project) {
    super(project);
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

  private void assertOldOrNew() throws IOException {
    String revision = bench.workdirs().state(VPC).orElseThrow().fingerprint().revision();
    MemoryTree tree = revision.equals("r1") ? OLD : NEW;
    assertThat(bench.files()).isEqualTo(with(tree.files(), USER));
    assertThat(bench.workdirs().inspect(VPC, Optional.of(fingerprint(revision))))
        .contains(Status.CURRENT);
  }
}
