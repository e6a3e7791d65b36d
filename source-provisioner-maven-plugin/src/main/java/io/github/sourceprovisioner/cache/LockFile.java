package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The lock of the operating system. Open it only behind its {@link Gate}. The file stays for ever:
 * deleting it would let two processes lock two files of one name.
 */
final class LockFile implements AutoCloseable {

  private final FileChannel channel;

  /**
   * Opens the file without locking it.
   *
   * @throws IOException if it cannot be written, or is no plain file
   */
  LockFile(Path file) throws IOException {
    PlainFiles.refuseOther(file);
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /**
   * Tries once.
   *
   * @return whether the lock is held now
   * @throws IOException if the file system knows no locks
   */
  boolean tryLock() throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock()).filter(FileLock::isValid).isPresent();
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Releases the lock and leaves the file. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
