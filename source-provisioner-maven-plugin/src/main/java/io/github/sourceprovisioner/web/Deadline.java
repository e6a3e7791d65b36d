package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When everything must be done.
 *
 * @param clock says what time it is
 * @param end the last moment
 * @param limit how long it is from the start to the end
 */
record Deadline(InstantSource clock, Instant end, Duration limit) {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** The deadline of what starts now. */
  static Deadline in(Duration limit, InstantSource clock) {
    Duration time = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    return new Deadline(clock, clock.instant().plus(time), limit);
  }

  /** What is left of the time; not negative. */
  Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  boolean isOver() {
    return left().isZero();
  }

  TransferFailed missed() {
    return new TransferFailed(
        Problem.of("the transfer took longer than " + limit.toSeconds() + " s")
            .advise("raise -Dsource.timeout"));
  }
}
