package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Directories on the disk of the cache for what is not published yet, each with the name of the run
 * that made it, so that another run can tell what nobody will finish.
 */
record Staging(CacheLayout layout) {

  /** A new, empty directory. */
  Path create() throws ClosedByInterruptException {
    CacheTrouble trouble = new CacheTrouble(layout.root());
    return trouble.guard(
        () -> {
          claim();
          Path directory = layout.staging().resolve(RunId.current() + "." + UUID.randomUUID());
          return Files.createDirectories(directory);
        });
  }

  /** Leaves the sign that the cache is ours, unless it was made in a directory with other files. */
  private void claim() throws IOException {
    if (Files.exists(layout.ownership())) {
      return;
    }
    boolean ours = hasNothingElse(layout.root());
    Files.createDirectories(layout.internal());
    if (ours) {
      Files.writeString(
          layout.ownership(), "The Source Provisioner for Maven may delete what is in here.\n");
    }
  }

  /** Locks and stores may have been there before; whoever takes a lock asks nothing. */
  private static boolean hasNothingElse(Path root) throws IOException {
    if (!Files.exists(root)) {
      return true;
    }
    try (Stream<Path> files = Files.list(root)) {
      return files.allMatch(file -> file.endsWith(CacheLayout.INTERNAL));
    }
  }
}
