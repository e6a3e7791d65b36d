package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;

/** The threads of ssh clients in this JVM. */
final class ClientThreads {

  private static final long LAST_STEPS = 10_000;

  private ClientThreads() {}

  /** Fails if one goes on after its connection was closed; it may take its last steps. */
  static void areGone() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().contains("SshClient")) {
        thread.join(LAST_STEPS);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }
}
