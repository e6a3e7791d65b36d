package io.github.sourceprovisioner.workdir;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes the files of one tree. Most of the time of a copy goes into making files, which a disk
 * does for several threads at once; a tree is read by one. So the caller reads, and a few threads
 * write what fits into memory. With nothing left to wait for the caller writes, too: no more than a
 * few megabytes are ever on their way.
 */
final class FileWriters implements Closeable {

  /** What is longer is written while it is read. */
  private static final int IN_MEMORY = 256 << 10;

  /** A tree with fewer files is written before other threads have started. */
  private static final int FEW = 32;

  private static final int MOST_THREADS = 3;
  private static final int WAITING = 24;

  private final List<Future<OwnedFile>> files = new ArrayList<>();
  private final boolean alone;
  private final ExecutorService threads;

  /**
   * Writers for a tree.
   *
   * @param count about how many files it has
   */
  FileWriters(int count) {
    alone = count < FEW;
    int most = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            FileWriters::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /**
   * Writes a file sooner or later.
   *
   * @param in its content, which is read to its end now
   * @param fresh does not exist; its directory does
   * @throws IOException if the content cannot be read; what cannot be written is told by {@link
   *     #written} at the latest
   */
  void write(InputStream in, NewFile fresh) throws IOException {
    byte[] start = in.readNBytes(IN_MEMORY + 1);
    FutureTask<OwnedFile> task =
        new FutureTask<>(
            () -> start.length > IN_MEMORY ? fresh.write(start, in) : fresh.write(start));
    files.add(task);
    if (alone || start.length > IN_MEMORY) {
      task.run();
      written(task);
    } else {
      threads.execute(task);
    }
  }

  /** Everything that was written, in order; waits for it. */
  List<OwnedFile> written() throws IOException {
    List<OwnedFile> all = new ArrayList<>();
    for (Future<OwnedFile> file : files) {
      all.add(written(file));
    }
    return all;
  }

  /** Returns once nobody writes any more. */
  @Override
  public void close() {
    files.forEach(file -> file.cancel(false));
    threads.shutdown();
    boolean interrupted = Thread.interrupted();
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static OwnedFile written(Future<OwnedFile> file) throws IOException {
    try {
      return file.get();
    } catch (ExecutionException e) {
      throw raised(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a workdir was written");
    }
  }

  private static IOException raised(Throwable cause) {
    if (cause instanceof IOException failure) {
      return failure;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    return new IOException(cause);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "source-provisioner-write");
    thread.setDaemon(true);
    return thread;
  }
}
