package io.github.sourceprovisioner.benchmark.link;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * One direction of a line that all connections share. It keeps a clock of its own: when the line is
 * free again after everything that was sent so far. Threads that sleep too long do not slow it
 * down.
 */
final class Lane {

  /** How far senders may run ahead of the line, as the buffers of a real one let them. */
  private static final long AHEAD = TimeUnit.MILLISECONDS.toNanos(20);

  private final double nanosPerByte;
  private final long travel;
  private final LongAdder bytes = new LongAdder();
  private long free = System.nanoTime();

  /**
   * A lane.
   *
   * @param bitsPerSecond how much it carries
   * @param travel how long one bit is on its way
   */
  Lane(long bitsPerSecond, Duration travel) {
    this.nanosPerByte = 8e9 / bitsPerSecond;
    this.travel = travel.toNanos();
  }

  /** Everything that was sent so far. */
  long bytes() {
    return bytes.sum();
  }

  /**
   * Sends; returns once the line takes the bytes.
   *
   * @param earliest the connection does not exist before this moment of {@link System#nanoTime}
   * @return the moment of {@link System#nanoTime} at which the last byte arrives
   */
  long send(int length, long earliest) throws InterruptedException {
    bytes.add(length);
    long sent;
    synchronized (this) {
      free = Math.max(free, System.nanoTime()) + (long) (length * nanosPerByte);
      sent = Math.max(free, earliest);
    }
    await(sent - AHEAD);
    return sent + travel;
  }

  /** Waits until a moment of {@link System#nanoTime}. */
  static void await(long moment) throws InterruptedException {
    long left = moment - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }
}
