package io.github.sourceprovisioner.cache;

import java.time.Duration;

/**
 * How long to wait for a lock.
 *
 * @param notice after which to tell the user who is waited for
 * @param deadline after which to give up
 */
public record Patience(Duration notice, Duration deadline) {

  /** Speaks after two seconds and gives up after ten minutes: twice the default of a transfer. */
  public static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(2), Duration.ofMinutes(10));
}
