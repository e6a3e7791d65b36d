package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for a lock learns for whom, and does not wait for ever. */
class CacheLockWaitingTest {

  private final Path root;
  private final RecordingConsole console = new RecordingConsole();
  private final CacheLocks locks;

  CacheLockWaitingTest(@TempDir Path root) {
    this.root = root;
    this.locks = new CacheLocks(root, true, Patience.DEFAULT, console);
  }

  @Test
  void names_the_process_that_it_waits_for_and_gives_up_in_the_end() throws Exception {
    Process holder = LockProbe.start("hold", root);
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      Patience none = new Patience(Duration.ofDays(1), Duration.ofMillis(1));
      CacheLocks impatient = new CacheLocks(root, true, none, console);

      CacheUnusable failure =
          catchThrowableOfType(
              CacheUnusable.class, () -> impatient.exclusively(VPC, () -> "never"));

      assertThat(failure)
          .hasMessageMatching(
              "waited 0 s for the cache lock of com.github.acme:vpc, which process "
                  + holder.pid()
                  + " on .+ holds");
      assertThat(failure.advice())
          .containsExactly("wait for that build to end, or stop it, and run again");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(locks.exclusively(VPC, () -> "at once")).isEqualTo("at once");
    assertThat(console.infos()).isEmpty();
  }

  @Test
  void tells_the_user_after_a_while_whom_it_waits_for() throws Exception {
    Process holder = LockProbe.start("hold", root);
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      Path signed =
          new Fixture(root)
              .files().stream()
                  .filter(f -> f.endsWith(".holder"))
                  .findAny()
                  .map(root::resolve)
                  .orElseThrow();
      Waiting waiting =
          new Waiting(VPC, signed, new Patience(Duration.ZERO, Duration.ofDays(1)), console);
      waiting.again();
      waiting.again();

      assertThat(console.infos()).hasSize(1);
      assertThat(console.infos().get(0))
          .matches(
              "Waiting for process "
                  + holder.pid()
                  + " on .+, which is fetching com.github.acme:vpc");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }
}
