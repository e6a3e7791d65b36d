package io.github.sourceprovisioner.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The file beside a lock file that becomes the lock file once it is complete.
 *
 * @param target the lock file
 */
record DraftFile(Path target) {

  private static final String END = ".draft";

  /** A run that writes a lock file for longer than this has died. */
  private static final Duration LONGEST_WRITE = Duration.ofMinutes(10);

  /** Writes the whole text onto the disk, since a rename must not outlive its content. */
  Path write(String text) throws IOException {
    Path file = target.resolveSibling(start() + UUID.randomUUID() + END);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Removes what runs left behind that died while they wrote. */
  void sweep(Path directory) throws IOException {
    Instant dead = Instant.now().minus(LONGEST_WRITE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, start() + "*" + END)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(dead)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private String start() {
    return "." + target.getFileName() + ".";
  }
}
