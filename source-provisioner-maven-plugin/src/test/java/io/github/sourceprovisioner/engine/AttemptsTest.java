package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.model.Retry;
import java.io.EOFException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final List<Duration> waits = new ArrayList<>();
  private final RecordingConsole console = new RecordingConsole();
  private final Attempts attempts =
      new Attempts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), waits::add, () -> 0L, console);

  @Test
  void aTransferThatBreaksTwiceIsTriedAThirdTimeWithGrowingWaits() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    String answer =
        attempts.run(
            () -> {
              if (calls.incrementAndGet() < 3) {
                throw new EOFException("cut");
              }
              return "content";
            },
            Retry.DEFAULT);

    assertThat(answer).isEqualTo("content");
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(console.warnings())
        .first()
        .asString()
        .contains("the transfer broke: cut")
        .contains("attempt 2 of 3");
  }

  @Test
  void theLastFailureIsReportedWhenTheRulesAreUsedUp() {
    assertThatThrownBy(
            () ->
                attempts.run(
                    () -> {
                      throw new TransferFailed(Problem.of("host is down").advise("wait"));
                    },
                    Retry.DEFAULT))
        .isInstanceOf(TransferFailed.class)
        .hasMessage("host is down");
    assertThat(waits).hasSize(2);
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    assertThatThrownBy(
            () ->
                attempts.run(
                    () -> {
                      throw new AccessDenied(Problem.of("no").advise("log in"));
                    },
                    Retry.DEFAULT))
        .isInstanceOf(AccessDenied.class);
    assertThat(waits).isEmpty();
  }

  @Test
  void noAttemptStartsAfterTheTimeIsUp() {
    Retry rules =
        new Retry(
            9,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            2,
            0,
            Retry.Strategy.LINEAR);
    assertThat(attempts.wait(rules, 2, Duration.ofSeconds(9))).contains(Duration.ofSeconds(20));
    assertThat(attempts.wait(rules, 2, Duration.ofSeconds(11))).isEmpty();
  }

  @Test
  void aHostThatSaysWhenToComeBackIsLeftAloneUntilThen() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    String answer =
        attempts.run(
            () -> {
              if (calls.incrementAndGet() < 3) {
                throw busy(calls.get() == 1 ? Duration.ofSeconds(30) : Duration.ZERO);
              }
              return "content";
            },
            Retry.DEFAULT);

    assertThat(answer).isEqualTo("content");
    assertThat(waits).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(2));
  }

  @Test
  void aHostThatWantsToBeLeftAloneForTooLongIsNotAskedAgain() {
    TransferFailed failure =
        catchThrowableOfType(
            TransferFailed.class,
            () ->
                attempts.run(
                    () -> {
                      throw busy(Duration.ofDays(1));
                    },
                    Retry.DEFAULT));

    assertThat(failure).hasMessage("host is busy");
    assertThat(failure.advice()).containsExactly("wait", "run again after 1970-01-02T00:00:00Z");
    assertThat(waits).isEmpty();
  }

  @Test
  void theTimeThatHasPassedCountsAgainstWhatTheHostWants() {
    Optional<Duration> asked = Optional.of(Duration.ofSeconds(30));
    assertThat(attempts.wait(Retry.DEFAULT, 1, Duration.ofSeconds(30), asked)).isEqualTo(asked);
    assertThat(attempts.wait(Retry.DEFAULT, 1, Duration.ofSeconds(31), asked)).isEmpty();
    assertThat(attempts.wait(Retry.DEFAULT, 3, Duration.ZERO, asked)).isEmpty();
  }

  private static TransferFailed busy(Duration retryAfter) {
    return new TransferFailed(Problem.of("host is busy").advise("wait"), Optional.of(retryAfter));
  }
}
