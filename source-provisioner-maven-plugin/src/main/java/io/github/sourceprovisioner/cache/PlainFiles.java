package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and deletes without ever following a link or waiting for a pipe: the cache may hold
 * anything by now.
 */
final class PlainFiles {

  private PlainFiles() {}

  /** What the path is itself; empty if there is nothing, or nothing that can be looked at. */
  static Optional<BasicFileAttributes> attributes(Path path) {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the path is a file of its own, of this length. */
  static boolean isFile(Path path, long size) {
    return attributes(path).filter(a -> a.isRegularFile() && a.size() == size).isPresent();
  }

  /** Whether there is no link on the way from the root to the directory below it. */
  static boolean isBelow(Path root, Path directory) {
    Path step = root;
    for (Path name : root.relativize(directory)) {
      step = step.resolve(name);
      if (!Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of a file; empty if it is none, too long, or unreadable. */
  static Optional<byte[]> read(Path file, long longest) {
    if (attributes(file).filter(a -> a.isRegularFile() && a.size() <= longest).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(Math.toIntExact(longest + 1));
      return bytes.length <= longest ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The first bytes of a file, fewer if it is shorter; none if it is no file or unreadable. */
  static byte[] start(Path file, int length) {
    if (attributes(file).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(length);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * Writes a small file.
   *
   * @throws IOException also if something else than a plain file is there
   */
  static void write(Path file, byte[] bytes) throws IOException {
    refuseOther(file);
    Files.write(
        file,
        bytes,
        LinkOption.NOFOLLOW_LINKS,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /**
   * Looks before something is opened for writing: that would wait for ever at a pipe.
   *
   * @throws IOException if there is something else than a plain file
   */
  static void refuseOther(Path file) throws IOException {
    if (attributes(file).filter(a -> !a.isRegularFile()).isPresent()) {
      throw new FileSystemException(file.toString(), null, "not a plain file");
    }
  }

  /** Deletes a file, a link, or a directory with everything below it; fine if it is gone. */
  static void delete(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      return;
    }
    Files.walkFileTree(path, new Deletion());
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    /** A directory that somebody made unwritable would keep its files. */
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      if (!Files.isWritable(directory)
          && Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
