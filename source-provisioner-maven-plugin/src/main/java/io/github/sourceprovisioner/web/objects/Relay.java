package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.TransferListener;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The context of several threads, whose requests are reported by the one that waits for them: so
 * that all of them are one transfer for the user, and not a thousand.
 */
final class Relay implements DerivedContext, TransferListener {

  private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
  private final FetchContext context;

  Relay(FetchContext context) {
    this.context = context;
  }

  @Override
  public FetchContext context() {
    return context;
  }

  /** Passes on the next report, if there is one soon. */
  void pass(Duration patience) throws InterruptedException {
    Runnable report = reports.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (report != null) {
      report.run();
    }
  }

  /** Passes on what is left. */
  void passAll() {
    for (Runnable report = reports.poll(); report != null; report = reports.poll()) {
      report.run();
    }
  }

  @Override
  public void requested(String resource) {
    reports.add(() -> context.transfers().requested(resource));
  }

  @Override
  public void received(long bytes) {
    reports.add(() -> context.transfers().received(bytes));
  }

  @Override
  public void completed() {
    reports.add(() -> context.transfers().completed());
  }

  @Override
  public void failed(Throwable reason) {
    reports.add(() -> context.transfers().failed(reason));
  }

  @Override
  public TransferListener transfers() {
    return this;
  }
}
