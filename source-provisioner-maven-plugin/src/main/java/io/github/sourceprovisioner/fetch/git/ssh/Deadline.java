package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Watches the time of one connection. */
final class Deadline {

  private final SshTimeouts timeouts;
  private final InstantSource clock;
  private final Instant end;
  private final String host;

  Deadline(SshTimeouts timeouts, InstantSource clock, String host) {
    this.timeouts = timeouts;
    this.clock = clock;
    this.end = clock.instant().plus(timeouts.total());
    this.host = host;
  }

  /**
   * How long to wait for the next sign of the host.
   *
   * @throws TransferFailed if the time is over
   */
  Duration patience() {
    Duration left = left();
    return left.compareTo(timeouts.idle()) < 0 ? left : timeouts.idle();
  }

  /**
   * How long everything may still take.
   *
   * @throws TransferFailed if the time is over
   */
  Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    if (left.toMillis() <= 0) {
      throw over();
    }
    return left;
  }

  /** How long to wait, whatever the time: for what takes its limit once and for all. */
  Duration longest() {
    return timeouts.total().compareTo(timeouts.idle()) < 0 ? timeouts.total() : timeouts.idle();
  }

  /**
   * The failure of a host that kept us waiting.
   *
   * @param waited how long it was waited for; what this object allowed, since a wait may end a tick
   *     before the clock says so
   */
  TransferFailed exceeded(Duration waited) {
    if (!waited.equals(timeouts.idle())) {
      return over();
    }
    return new TransferFailed(
        Problem.of(host + " did not answer for " + timeouts.idle().toSeconds() + " s")
            .advise("try again")
            .advise("check the network and the port: ssh has 22 where the URL names none"));
  }

  private TransferFailed over() {
    return new TransferFailed(
        Problem.of("the transfer took longer than " + timeouts.total().toSeconds() + " s")
            .advise("raise -Dsource.timeout"));
  }
}
