package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came from a shared repository and was not taken over, and the notes of what that lacked:
 * small, but nobody else removes them.
 */
record Downloads(CacheLayout layout) {

  /** Leaves what somebody may be using. */
  void removeOlderThan(Instant time) throws IOException {
    Path root = layout.downloads();
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(root, new Removal(time));
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {

    private final Instant time;

    Removal(Instant time) {
      this.time = time;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.lastModifiedTime().toInstant().isBefore(time)) {
        Files.deleteIfExists(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException used) {
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
