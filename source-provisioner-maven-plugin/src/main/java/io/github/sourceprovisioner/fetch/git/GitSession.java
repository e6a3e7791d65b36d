package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebFailures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * One question to one repository: what it may use, how long it may take, what it has cost. Used by
 * one thread.
 */
final class GitSession {

  /** A host that sends nothing for this long is given up, in seconds. */
  private static final long IDLE_SECONDS = 30;

  private final GitUrl url;
  private final FetchContext context;
  private final InstantSource clock;
  private final Network network;
  private final Instant deadline;
  private final RequestLog requests;
  private @Nullable Web web;

  GitSession(GitUrl url, FetchContext context, InstantSource clock, Network network) {
    this.url = url;
    this.context = context;
    this.clock = clock;
    this.network = network;
    this.deadline = clock.instant().plus(context.timeout());
    this.requests = new RequestLog(context.transfers());
  }

  GitUrl url() {
    return url;
  }

  FetchContext context() {
    return context;
  }

  InstantSource clock() {
    return clock;
  }

  /** How long the transfer may still take; not negative. */
  Duration left() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  RequestLog requests() {
    return requests;
  }

  /** The way over HTTP, which counts for itself. */
  Web web() {
    if (web == null) {
      web = network.web(context, clock);
    }
    return web;
  }

  /** Says what answers over HTTP mean. */
  WebFailures failures() {
    return new WebFailures(context, clock, "repository");
  }

  /** A new connection that is no HTTP; counted as a request until it is closed. */
  Duplex streams() throws IOException, InterruptedException {
    check();
    requests.begin(url.text());
    return new CountedStreams(network.streams(this), this);
  }

  /** How long one read may wait, in seconds; at least one. */
  int idleSeconds() {
    return (int) Math.max(1, Math.min(IDLE_SECONDS, context.timeout().toSeconds()));
  }

  /** Whether the time is over, or somebody asked this thread to stop. */
  boolean isOver() {
    return Thread.currentThread().isInterrupted() || !clock.instant().isBefore(deadline);
  }

  /**
   * Ends a transfer that may not go on.
   *
   * @throws InterruptedIOException if the session {@link #isOver()}
   */
  void check() throws InterruptedIOException {
    if (isOver()) {
      throw new InterruptedIOException("the time for the transfer is over");
    }
  }
}
