package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call that takes longer than it may, by interrupting its thread: a fetcher that forgets its
 * own timeout must not hang a build.
 */
final class TimeLimit {

  private static final Duration LONGEST = Duration.ofDays(365);

  private TimeLimit() {}

  /** Rings at most once, and never after the call has ended. */
  private static final class Alarm {

    private final Thread thread = Thread.currentThread();
    private boolean over;
    private boolean rang;

    synchronized void ring() {
      if (!over) {
        rang = true;
        thread.interrupt();
      }
    }

    synchronized boolean stop() {
      over = true;
      return rang;
    }
  }

  /**
   * What the call returns.
   *
   * @throws TransferFailed if it was interrupted because its time was over
   */
  static <T> T within(Duration limit, Attempts.Transfer<T> call)
      throws IOException, InterruptedException {
    Alarm alarm = new Alarm();
    ScheduledExecutorService watch = Executors.newScheduledThreadPool(1, TimeLimit::daemon);
    Duration time = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    ScheduledFuture<?> bell = watch.schedule(alarm::ring, time.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return call.run();
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (alarm.stop()) {
        throw tooLong(limit, e);
      }
      throw e;
    } finally {
      if (alarm.stop()) {
        Thread.interrupted();
      }
      bell.cancel(false);
      watch.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "source-provisioner-timeout");
    thread.setDaemon(true);
    return thread;
  }

  private static TransferFailed tooLong(Duration limit, Exception reason) {
    String shown = limit.toString().substring(2).toLowerCase(Locale.ROOT);
    return new TransferFailed(
        Problem.of("not done after " + shown)
            .because(reason)
            .advise("allow more time with -Dsource.timeout=… or provision.source.timeout"));
  }
}
