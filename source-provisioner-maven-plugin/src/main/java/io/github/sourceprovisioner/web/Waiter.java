package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits for calls that cannot be stopped, and stops waiting when the time is over or the waiting
 * thread is interrupted. A read of {@link java.net.HttpURLConnection} holds a lock that its {@code
 * disconnect} wants, too, so that no other thread can end it; therefore such calls run on a daemon
 * thread, which is left behind if need be: it ends with the limit of the one read that it is in.
 */
final class Waiter {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final long IDLE_SECONDS = 1;

  private final Deadline deadline;
  private ThreadPoolExecutor thread = newThread();

  Waiter(Deadline deadline) {
    this.deadline = deadline;
  }

  /** What may block. */
  interface Call<T> {
    T run() throws IOException;
  }

  /**
   * The result of a call.
   *
   * @param release frees what the call holds; runs if nobody waits for its end any more
   * @throws TransferFailed if the time is over
   * @throws InterruptedException if the waiting thread was interrupted
   */
  <T> T await(Call<T> call, Runnable release) throws IOException, InterruptedException {
    return await(call, release, deadline);
  }

  /** The same for what is not worth more than a moment. */
  <T> T awaitShortly(Call<T> call, Runnable release) throws IOException, InterruptedException {
    Deadline soon = Deadline.in(MOMENT, deadline.clock());
    return await(call, release, soon.end().isBefore(deadline.end()) ? soon : deadline);
  }

  private <T> T await(Call<T> call, Runnable release, Deadline end)
      throws IOException, InterruptedException {
    if (end.isOver()) {
      throw end.missed();
    }
    FutureTask<T> task = new FutureTask<>(call::run);
    AtomicBoolean abandoned = new AtomicBoolean();
    thread.execute(
        () -> {
          task.run();
          if (abandoned.get()) {
            release.run();
          }
        });
    try {
      return outcome(task, end);
    } catch (InterruptedException | TransferFailed e) {
      abandoned.set(true);
      if (task.isDone()) {
        release.run();
      }
      thread.shutdown();
      thread = newThread();
      throw e;
    }
  }

  private static <T> T outcome(FutureTask<T> task, Deadline end)
      throws IOException, InterruptedException {
    while (true) {
      long millis = Math.min(LOOK.toMillis(), end.left().toMillis() + 1);
      try {
        return task.get(millis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (end.isOver()) {
          throw end.missed();
        }
      } catch (ExecutionException e) {
        throw unwrapped(e);
      }
    }
  }

  private static IOException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  private static ThreadPoolExecutor newThread() {
    return new ThreadPoolExecutor(
        0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Waiter::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "source-provisioner-web");
    thread.setDaemon(true);
    return thread;
  }
}
