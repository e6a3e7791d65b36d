package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.GENTLE;
import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever breaks a replacement, the workdir is as it was at once, without another run. */
class FailingSwapTest extends InterruptedReplacement {

  FailingSwapTest(@TempDir Path project) {
    super(project);
  }

  /** What can happen between two steps. */
  enum Trouble {
    DISK {
      @Override
      void happen() {
        throw new UncheckedIOException(new IOException("input/output error"));
      }
    },
    BUG {
      @Override
      void happen() {
        throw new IllegalStateException("bug");
      }
    },
    HEAP {
      @Override
      void happen() {
        throw new OutOfMemoryError("heap");
      }
    },
    CLASSES {
      @Override
      void happen() {
        throw new NoClassDefFoundError("gone");
      }
    };

    abstract void happen();
  }

  @ParameterizedTest
  @EnumSource
  void theOldWorkdirIsBackWhateverHappens(Trouble trouble) throws IOException {
    provisionWithUserFiles();
    for (Step step : new Step[] {Step.STAGED, Step.OLD_ASIDE, Step.NEW_IN, Step.USER_FILE_MOVED}) {
      AtomicBoolean first = new AtomicBoolean(true);
      Step.Observer once = at -> when(at == step && first.getAndSet(false), trouble);
      assertThatThrownBy(() -> replace(bench.stoppingAt(once), GENTLE)).isNotInstanceOf(Halt.class);

      assertThat(bench.files()).as("%s", step).isEqualTo(with(OLD.files(), USER));
      assertThat(bench.workdirs().state(VPC).orElseThrow().fingerprint().revision())
          .isEqualTo("r1");
      assertNothingLeft();
    }
    assertThat(bench.warnings).isEmpty();
  }

  @Test
  void aStateThatIsWrittenIsNotTakenBack() throws IOException {
    provisionWithUserFiles();
    assertThatThrownBy(
            () ->
                replace(
                    bench.stoppingAt(at -> when(at == Step.STATE_WRITTEN, Trouble.BUG)), GENTLE))
        .isInstanceOf(IllegalStateException.class);

    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
    bench.workdirs().recover();
    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
    assertNothingLeft();
  }

  @Test
  void aDiskThatRefusesWithinAStreamIsSaidToRefuse() {
    assertThatThrownBy(() -> Disk.run(project, Trouble.DISK::happen))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(
            "the disk refuses to work on %s: java.io.IOException: input/output error", project);
  }

  private static void when(boolean now, Trouble trouble) {
    if (now) {
      trouble.happen();
    }
  }
}
