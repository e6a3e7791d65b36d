package io.github.sourceprovisioner.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work on threads of its own. */
final class Waiting {

  /** Far below the time after which a silent host would be given up anyway. */
  private static final int SOON_SECONDS = 15;

  private final CountDownLatch silent;
  private final Set<Thread> before = threads();

  /**
   * Work that starts from now on.
   *
   * @param silent opened by the host when it falls silent
   */
  Waiting(CountDownLatch silent) {
    this.silent = silent;
  }

  /**
   * Interrupts work while its host is silent: it ends soon, and the interrupt is not lost, but
   * thrown or left standing for the caller.
   */
  void interrupt(Callable<?> work) throws InterruptedException {
    AtomicBoolean heard = new AtomicBoolean();
    Thread worker = new Thread(() -> heard.set(hears(work)), "interrupted");
    worker.start();
    assertThat(silent.await(SOON_SECONDS, TimeUnit.SECONDS)).as("the host was asked").isTrue();
    worker.interrupt();
    worker.join(TimeUnit.SECONDS.toMillis(SOON_SECONDS));
    assertThat(worker.isAlive()).as("the work goes on after an interrupt").isFalse();
    assertThat(heard).as("the interrupt is thrown, or left standing").isTrue();
  }

  private static boolean hears(Callable<?> work) {
    try {
      work.call();
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (Exception e) {
      return Thread.currentThread().isInterrupted();
    }
  }

  /** Every thread that was started since this was made ends, now that no host holds it. */
  void everybodyHasLeft() throws InterruptedException {
    Set<Thread> started = threads();
    started.removeAll(before);
    for (Thread thread : started) {
      thread.join(TimeUnit.SECONDS.toMillis(SOON_SECONDS));
      assertThat(thread.isAlive()).as("%s is left behind", thread).isFalse();
    }
  }

  /** The results of some works that start at the same moment, in their order. */
  @SafeVarargs
  static <T> List<T> together(Callable<T>... works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    CyclicBarrier start = new CyclicBarrier(works.length);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> work : works) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Those of this program; the JDK's own stand in another group. */
  private static Set<Thread> threads() {
    ThreadGroup ours = Thread.currentThread().getThreadGroup();
    Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
    all.removeIf(thread -> !ours.equals(thread.getThreadGroup()));
    return all;
  }
}
