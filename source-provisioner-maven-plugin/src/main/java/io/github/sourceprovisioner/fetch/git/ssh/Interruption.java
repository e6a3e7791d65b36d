package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.InterruptedIOException;

/** A thread that was asked to stop must go on to know it, whoever looked first. */
final class Interruption {

  private Interruption() {}

  static void check() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the transfer was stopped");
    }
  }

  /** Whoever waited took the sign away; this puts it back. */
  static InterruptedIOException kept(InterruptedIOException e) {
    Thread.currentThread().interrupt();
    return e;
  }
}
