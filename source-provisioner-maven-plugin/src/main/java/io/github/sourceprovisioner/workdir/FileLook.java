package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

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
   * The look of a plain file; empty if there is none, or the file system cannot tell two files from
   * each other.
   */
  static Optional<FileLook> at(Path file) {
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.isRegularFile()
          ? Optional.ofNullable(now.fileKey())
              .map(key -> new FileLook(key, now.lastModifiedTime(), now.size()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
