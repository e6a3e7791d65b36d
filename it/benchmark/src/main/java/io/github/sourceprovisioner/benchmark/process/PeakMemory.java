package io.github.sourceprovisioner.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that a process has had, as Linux tells it while the process lives. The number
 * only grows, so the last look before the end is near the truth.
 */
final class PeakMemory {

  private static final String LINE = "VmHWM:";
  private static final long INTERVAL_MILLIS = 50;

  private final AtomicLong kilobytes = new AtomicLong();

  private PeakMemory() {}

  /** Starts looking. */
  static PeakMemory watch(Process process) {
    PeakMemory memory = new PeakMemory();
    Thread watcher = new Thread(() -> memory.look(process), "peak-memory");
    watcher.setDaemon(true);
    watcher.start();
    return memory;
  }

  long megabytes() {
    return kilobytes.get() >> 10;
  }

  private void look(Process process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      while (!process.waitFor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(LINE))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .forEach(kilobytes::set);
      }
    } catch (IOException e) {
      // Another system, or the process has just ended: what is known by now is the answer.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
