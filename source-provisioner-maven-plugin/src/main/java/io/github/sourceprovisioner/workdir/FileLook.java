package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file looks from outside. A file that another one was renamed over looks different, since it
 * has another key.
 *
 * @param key what the file system tells its files apart by
 * @param modified its time stamp
 * @param size in bytes
 */
record FileLook(Object key, FileTime modified, long size) {

  /**
   * The look of a plain file; empty if there is none. Where the file system cannot tell two files
   * from each other, no look is like another.
   */
  static Optional<FileLook> at(Path file) {
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!now.isRegularFile()) {
        return Optional.empty();
      }
      Object key = Objects.requireNonNullElseGet(now.fileKey(), Object::new);
      return Optional.of(new FileLook(key, now.lastModifiedTime(), now.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileLook that
        && size == that.size
        && key.equals(that.key)
        && modified.equals(that.modified);
  }

  @Override
  public int hashCode() {
    return key.hashCode() * 31 + Long.hashCode(size);
  }
}
