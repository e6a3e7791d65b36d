package io.github.sourceprovisioner.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the books on what a fetcher reports: every request ends once, on the thread it began. */
final class Balance implements TransferListener {

  final List<String> resources = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final ThreadLocal<Integer> open = ThreadLocal.withInitial(() -> 0);
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  @Override
  public void requested(String resource) {
    resources.add(resource);
    open.set(open.get() + 1);
  }

  @Override
  public void received(long count) {
    if (count < 0) {
      errors.add("received " + count + " bytes");
    }
    bytes.addAndGet(count);
  }

  @Override
  public void completed() {
    completed.incrementAndGet();
    end("completed");
  }

  @Override
  public void failed(Throwable reason) {
    failed.incrementAndGet();
    end("failed");
  }

  private void end(String how) {
    if (open.get() == 0) {
      errors.add(how + " what was not requested on this thread");
    }
    open.set(open.get() - 1);
  }

  /** Everything that began has ended; whoever asked has received something. */
  void isEven() {
    assertThat(errors).isEmpty();
    assertThat(completed.get() + failed.get()).as("ends of %s", resources).isEqualTo(requests());
    assertThat(bytes.get() > 0 || completed.get() == 0).as("bytes of %s", resources).isTrue();
  }

  /** The same, and nothing failed. */
  void isEvenAndGood() {
    isEven();
    assertThat(failed.get()).as("failures of %s", resources).isZero();
  }

  private int requests() {
    return resources.size();
  }
}
