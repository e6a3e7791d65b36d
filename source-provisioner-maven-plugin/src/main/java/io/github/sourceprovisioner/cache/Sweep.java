package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Removes what nobody will finish: staging of runs that died, and the trash. What cannot be removed
 * stays for the next time.
 */
record Sweep(CacheLayout layout, Instant now, Console console) {

  /** A run that cannot be seen from here is taken for dead when it wrote nothing for so long. */
  private static final Duration SILENT = Duration.ofHours(24);

  void run() {
    if (!Files.isWritable(layout.internal())) {
      return;
    }
    each(layout.trash(), this::remove);
    each(layout.staging(), this::removeIfDead);
  }

  private void removeIfDead(Path directory) {
    Optional<RunId> run = RunId.parse(String.valueOf(directory.getFileName()));
    boolean dead = run.filter(RunId::isDead).isPresent();
    if (dead || newest(directory).isBefore(now.minus(SILENT))) {
      remove(directory);
    }
  }

  private void remove(Path path) {
    try {
      PlainFiles.delete(path);
    } catch (IOException e) {
      console.debug("cannot remove " + path + " yet: " + e);
    }
  }

  private void each(Path directory, Consumer<Path> action) {
    if (!PlainFiles.isBelow(layout.root(), directory)) {
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      children.forEach(action);
    } catch (IOException e) {
      console.debug("cannot look into " + directory + ": " + e);
    }
  }

  /** When anything below was last written. */
  private static Instant newest(Path directory) {
    try (Stream<Path> below = Files.walk(directory)) {
      return below
          .flatMap(path -> PlainFiles.attributes(path).stream())
          .map(a -> a.lastModifiedTime().toInstant())
          .max(Instant::compareTo)
          .orElse(Instant.MAX);
    } catch (IOException | UncheckedIOException e) {
      return Instant.MAX;
    }
  }
}
