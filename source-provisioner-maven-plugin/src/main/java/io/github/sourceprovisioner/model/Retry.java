package io.github.sourceprovisioner.model;

import java.time.Duration;

/**
 * How often and when a transfer that broke is tried again.
 *
 * @param maxAttempts attempts altogether, at least 1
 * @param initialDelay before the second attempt
 * @param maxDelay no wait is longer
 * @param maxElapsedTime no attempt starts later than this after the first
 * @param multiplier how much longer each wait is than the one before; used by the exponential
 *     strategy
 * @param jitter the share of each wait that is random, 0 to 1
 * @param strategy how the waits grow
 */
public record Retry(
    int maxAttempts,
    Duration initialDelay,
    Duration maxDelay,
    Duration maxElapsedTime,
    double multiplier,
    double jitter,
    Strategy strategy) {

  /** How the waits between attempts grow. */
  public enum Strategy {
    CONSTANT,
    LINEAR,
    EXPONENTIAL
  }

  /** What a source without a {@code retry} block gets: three attempts within a minute. */
  public static final Retry DEFAULT =
      new Retry(
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          2.0,
          0.5,
          Strategy.EXPONENTIAL);
}
