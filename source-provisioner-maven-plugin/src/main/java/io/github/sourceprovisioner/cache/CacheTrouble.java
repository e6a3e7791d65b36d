package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in the user's words why the cache cannot be written. */
record CacheTrouble(Path root) {

  /** What is done with the disk. */
  @FunctionalInterface
  interface DiskWork<T> {
    T run() throws IOException;
  }

  /**
   * Does something with the cache's disk.
   *
   * @throws CacheUnusable if the disk does not let it
   * @throws ClosedByInterruptException if the thread was interrupted: not the disk's fault
   */
  <T> T guard(DiskWork<T> work) throws ClosedByInterruptException {
    try {
      return work.run();
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * A new file of the cache, or an old one from the start.
   *
   * @throws CacheUnusable if it cannot be made
   */
  CountedOutput output(Path file) {
    try {
      return new CountedOutput(Files.newOutputStream(file), this);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * A directory of the cache, which exists then; what stood in its place goes to the trash.
   *
   * @throws CacheUnusable if it cannot be made
   */
  Path directory(Path directory) {
    try {
      return new Way(new CacheLayout(root)).directory(directory);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The failure for what the file system said. */
  CacheUnusable unusable(IOException reason) {
    return new CacheUnusable(
        Problem.of("cannot write to the cache " + root + ": " + why(reason) + space())
            .because(reason)
            .advise(
                "make room or get write access there, or choose another directory with"
                    + " -Dsource.cacheDirectory=…"));
  }

  /** The failure for a cache that cannot even be listed. */
  CacheUnusable unreadable(IOException reason) {
    return new CacheUnusable(
        Problem.of("cannot read the cache " + root + ": " + why(reason))
            .because(reason)
            .advise(
                "get read access there, or choose another directory with"
                    + " -Dsource.cacheDirectory=…"));
  }

  private static String why(IOException reason) {
    if (reason instanceof AccessDeniedException) {
      return "access denied";
    }
    String told = reason instanceof FileSystemException f ? f.getReason() : reason.getMessage();
    String kind = reason.getClass().getSimpleName();
    return told == null ? kind : told.lines().findFirst().orElse(kind);
  }

  private String space() {
    try {
      return " (" + (Files.getFileStore(root).getUsableSpace() >> 20) + " MB free)";
    } catch (IOException e) {
      return "";
    }
  }
}
