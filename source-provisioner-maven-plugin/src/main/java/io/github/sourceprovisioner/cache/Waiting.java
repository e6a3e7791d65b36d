package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.spi.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One wait for one lock: says once whom it waits for, and ends at the deadline. */
final class Waiting {

  private static final int LONGEST_HOLDER = 1000;

  private final Coordinates coordinates;
  private final Path holder;
  private final Patience patience;
  private final Console console;

  /** Elapsed time must not jump with the wall clock. */
  private final long start = System.nanoTime();

  private boolean told;

  /**
   * A wait that starts now.
   *
   * @param coordinates what is locked, for messages
   * @param holder the file in which the holder says who it is
   */
  Waiting(Coordinates coordinates, Path holder, Patience patience, Console console) {
    this.coordinates = coordinates;
    this.holder = holder;
    this.patience = patience;
    this.console = console;
  }

  /**
   * Called after every attempt that failed.
   *
   * @throws CacheUnusable after the deadline
   */
  void again() {
    long waited = System.nanoTime() - start;
    if (waited >= patience.deadline().toNanos()) {
      throw new CacheUnusable(
          Problem.of(
                  "waited "
                      + patience.deadline().toSeconds()
                      + " s for the cache lock of "
                      + coordinates
                      + ", which "
                      + who()
                      + " holds")
              .advise("wait for that build to end, or stop it, and run again"));
    }
    if (!told && waited >= patience.notice().toNanos()) {
      told = true;
      console.info("Waiting for " + who() + ", which is fetching " + coordinates);
    }
  }

  private String who() {
    return PlainFiles.read(holder, LONGEST_HOLDER)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> !text.isBlank())
        .orElse("another build");
  }
}
