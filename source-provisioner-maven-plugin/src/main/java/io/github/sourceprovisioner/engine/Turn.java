package io.github.sourceprovisioner.engine;

import java.util.concurrent.Semaphore;

/**
 * Bounds what one JVM does at a moment, however many modules and realms of the plugin run in it:
 * stacks that are read, a place that is asked and a workdir that is written take a handful of open
 * files each, and a process may have as few as 256. Nobody who has a turn waits for another one.
 */
final class Turn {

  private static final int MOST = 16;

  /** In the system properties, since every class realm of the plugin has its own statics. */
  private static final String KEY = "io.github.sourceprovisioner.engine.turns";

  private Turn() {}

  /** What is done in a turn. */
  interface Work<T, E extends Exception> {
    T run() throws E, InterruptedException;
  }

  /** Waits for a turn, and does the work. */
  static <T, E extends Exception> T take(Work<T, E> work) throws E, InterruptedException {
    Semaphore turns =
        (Semaphore) System.getProperties().computeIfAbsent(KEY, key -> new Semaphore(MOST, true));
    turns.acquire();
    try {
      return work.run();
    } finally {
      turns.release();
    }
  }
}
