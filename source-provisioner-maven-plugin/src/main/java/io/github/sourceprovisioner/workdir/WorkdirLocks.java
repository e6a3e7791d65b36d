package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.spi.Console;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one thread of one process work on a workdir at a time. Nobody opens a lock file without the
 * gate of this JVM: on POSIX, closing any channel of a file drops the lock that another channel of
 * the same process holds on it. Lock files are never deleted.
 */
final class WorkdirLocks {

  /** In the system properties, since every class realm of the plugin has its own statics. */
  private static final String GATES = "io.github.sourceprovisioner.workdir.gates";

  private final Path directory;
  private final Console console;
  private final AtomicBoolean warned = new AtomicBoolean();

  WorkdirLocks(Path directory, Console console) {
    this.directory = directory;
    this.console = console;
  }

  /** What is held; {@code exclusive} is false on a file system that has no locks. */
  record Hold(boolean exclusive, Semaphore gate, FileChannel channel) implements Closeable {

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        gate.release();
      }
    }
  }

  /** Waits for the lock of a stripe. */
  Hold take(String stripe) throws IOException {
    Path file = file(stripe);
    Semaphore gate = gate(file);
    try {
      gate.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another thread works on the workdir");
    }
    return lock(file, gate, true).orElseThrow();
  }

  /** The lock of a stripe; empty if somebody else has it. */
  Optional<Hold> tryTake(String stripe) throws IOException {
    Path file = file(stripe);
    Semaphore gate = gate(file);
    return gate.tryAcquire() ? lock(file, gate, false) : Optional.empty();
  }

  private Optional<Hold> lock(Path file, Semaphore gate, boolean wait) throws IOException {
    Optional<Hold> hold = Optional.empty();
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<Boolean> exclusive = exclusive(channel, wait);
      FileChannel open = channel;
      hold = exclusive.map(yes -> new Hold(yes, gate, open));
      return hold;
    } finally {
      if (hold.isEmpty()) {
        if (channel != null) {
          channel.close();
        }
        gate.release();
      }
    }
  }

  /** Whether the channel's file is locked now; empty if somebody else has it and we do not wait. */
  private Optional<Boolean> exclusive(FileChannel channel, boolean wait) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null && wait) {
        console.info("Another run works on this workdir; waiting until it is done");
        lock = channel.lock();
      }
      return lock == null ? Optional.empty() : Optional.of(true);
    } catch (FileLockInterruptionException e) {
      throw e;
    } catch (IOException e) {
      if (!warned.getAndSet(true)) {
        console.warn(
            "No file locks below "
                + directory
                + " ("
                + e.getMessage()
                + "); let only one run at a time work on it");
      }
      return Optional.of(false);
    }
  }

  private Path file(String stripe) throws IOException {
    Modes.directories(directory);
    return directory.toRealPath().resolve(stripe + ".lock");
  }

  private static Semaphore gate(Path file) {
    Properties gates =
        (Properties) System.getProperties().computeIfAbsent(GATES, key -> new Properties());
    return (Semaphore) gates.computeIfAbsent(file.toString(), key -> new Semaphore(1));
  }
}
