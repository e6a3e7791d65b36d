package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Repeats what broke on the way, as often as a source's retry rules say. */
final class Attempts {

  /** What may break on the way. */
  interface Transfer<T> {
    T run() throws IOException, InterruptedException;
  }

  /** How to wait. */
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  private final Clock clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;
  private final Console console;

  Attempts(Clock clock, Sleeper sleeper, RandomGenerator random, Console console) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
    this.console = console;
  }

  /**
   * Runs a transfer until it succeeds, fails for a reason that another attempt cannot mend, or the
   * rules are used up.
   *
   * @throws TransferFailed the last one
   */
  <T> T run(Transfer<T> transfer, Retry rules) throws InterruptedException {
    Instant start = clock.instant();
    for (int attempt = 1; ; attempt++) {
      TransferFailed broken;
      try {
        return transfer.run();
      } catch (TransferFailed e) {
        broken = e;
      } catch (IOException | UncheckedIOException e) {
        broken = asTransferFailed(e);
      }
      requireNotStopped(broken);
      Duration elapsed = Duration.between(start, clock.instant());
      Optional<Duration> wait = wait(rules, attempt, elapsed, broken.retryAfter());
      if (wait.isEmpty()) {
        throw whenToComeBack(broken);
      }
      double seconds = wait.get().toMillis() / 1000.0;
      console.warn(
          "%s; attempt %d of %d follows in %.1f s"
              .formatted(broken.getMessage(), attempt + 1, rules.maxAttempts(), seconds));
      sleeper.sleep(wait.get());
    }
  }

  /** A transfer that was interrupted looks broken, and must not be tried again. */
  private static void requireNotStopped(TransferFailed broken) throws InterruptedException {
    if (Thread.interrupted()) {
      InterruptedException stop = new InterruptedException("stopped while fetching");
      stop.initCause(broken);
      throw stop;
    }
  }

  /** How long to wait after an attempt; empty if that was the last one. */
  Optional<Duration> wait(Retry rules, int attempt, Duration elapsed) {
    if (attempt >= rules.maxAttempts()) {
      return Optional.empty();
    }
    double first = (double) rules.initialDelay().toMillis();
    double millis =
        switch (rules.strategy()) {
          case CONSTANT -> first;
          case LINEAR -> first * attempt;
          case EXPONENTIAL -> first * Math.pow(rules.multiplier(), attempt - 1.0);
        };
    double capped = Math.min(millis, (double) rules.maxDelay().toMillis());
    double jittered = capped * (1 - rules.jitter() * random.nextDouble());
    Duration wait = Duration.ofMillis(Math.round(jittered));
    return elapsed.plus(wait).compareTo(rules.maxElapsedTime()) > 0
        ? Optional.empty()
        : Optional.of(wait);
  }

  /**
   * How long to wait after an attempt at a host that may have said how long (RFC 9110, 10.2.3):
   * never less than it said, and not at all if that is longer than the rules allow.
   *
   * @param asked what the host said
   */
  Optional<Duration> wait(Retry rules, int attempt, Duration elapsed, Optional<Duration> asked) {
    Optional<Duration> usual = wait(rules, attempt, elapsed);
    if (asked.isEmpty() || usual.isEmpty()) {
      return usual;
    }
    Duration wait = usual.get().compareTo(asked.get()) < 0 ? asked.get() : usual.get();
    return Optional.of(wait).filter(w -> elapsed.plus(w).compareTo(rules.maxElapsedTime()) <= 0);
  }

  /** The failure, with the hour that the host named. */
  private TransferFailed whenToComeBack(TransferFailed broken) {
    return broken
        .retryAfter()
        .map(wait -> clock.instant().plus(wait).truncatedTo(ChronoUnit.SECONDS))
        .map(then -> broken.with(broken.problem().advise("run again after " + then)))
        .orElse(broken);
  }

  private static TransferFailed asTransferFailed(Exception e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new TransferFailed(
        Problem.of("the transfer broke: " + why)
            .because(e)
            .advise("run again; what has arrived in the cache is not fetched twice"));
  }
}
