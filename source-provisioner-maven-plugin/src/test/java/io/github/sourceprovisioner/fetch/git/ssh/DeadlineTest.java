package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is said of a host that kept us waiting follows from the limit that was waited for. */
class DeadlineTest {

  private static final Duration IDLE = Duration.ofSeconds(30);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Test
  void aSilentHostIsSaidToBeSilent() {
    Deadline deadline = deadline(Duration.ofSeconds(40));
    Duration patience = deadline.patience();
    now.updateAndGet(then -> then.plus(patience));
    assertThat(deadline.exceeded(patience)).hasMessage("h did not answer for 30 s");
  }

  @Test
  void aWaitForTheWholeTimeThatEndsATickEarlyIsStillOver() {
    Deadline deadline = deadline(Duration.ofSeconds(1));
    Duration patience = deadline.patience();
    now.updateAndGet(then -> then.plus(patience).minusNanos(1));
    assertThat(deadline.exceeded(patience)).hasMessage("the transfer took longer than 1 s");
  }

  @Test
  void whatIsLeftMayBeWaitedForByThoseWhoAskAUser() {
    Deadline deadline = deadline(Duration.ofSeconds(40));
    assertThat(deadline.exceeded(deadline.left())).hasMessage("the transfer took longer than 40 s");
  }

  @Test
  void theLimitForAllWaitsIsTheSmallerOne() {
    assertThat(deadline(Duration.ofSeconds(40)).longest()).isEqualTo(IDLE);
    assertThat(deadline(Duration.ofSeconds(1)).longest()).isEqualTo(Duration.ofSeconds(1));
  }

  private Deadline deadline(Duration total) {
    return new Deadline(new SshTimeouts(IDLE, total), now::get, "h");
  }
}
