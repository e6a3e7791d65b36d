package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Writes the objects of a tree to files, several at a time. The first failure ends all of them.
 *
 * @param workers how many at a time, at least 1
 */
public record Downloads(int workers) {

  /** As many as one store is asked for at once. */
  public static final Downloads EIGHT = new Downloads(8);

  private static final Duration SOON = Duration.ofMillis(10);

  /** Opens objects; used by one thread. */
  public interface Source {

    /** The content of an object, in the version that the listing has. The caller closes it. */
    InputStream open(StoredObject object) throws IOException, InterruptedException;
  }

  /**
   * Writes all files below a directory.
   *
   * @param files by path, as {@link ObjectTree} made them
   * @param context hears of all requests from the thread that calls
   * @param source makes a source for each thread, from the context that it is to use
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if an object cannot be had
   * @throws InterruptedException if this thread was asked to stop; then all of them have stopped
   */
  public void write(
      SortedMap<String, StoredObject> files,
      Path directory,
      FetchContext context,
      Function<FetchContext, Source> source)
      throws IOException, InterruptedException {
    Queue<Map.Entry<String, StoredObject>> waiting = new ConcurrentLinkedQueue<>(files.entrySet());
    int count = Math.min(workers, files.size());
    Relay relay = new Relay(context);
    ExecutorService threads = Executors.newFixedThreadPool(count, Downloads::daemon);
    ExecutorCompletionService<Integer> ends = new ExecutorCompletionService<>(threads);
    try {
      for (int worker = 0; worker < count; worker++) {
        ends.submit(() -> work(waiting, directory, source.apply(relay)));
      }
      await(ends, count, relay);
    } finally {
      waiting.clear();
      end(threads);
      relay.passAll();
    }
  }

  private static void await(ExecutorCompletionService<Integer> ends, int count, Relay relay)
      throws IOException, InterruptedException {
    for (int ended = 0; ended < count; ) {
      relay.pass(SOON);
      for (var end = ends.poll(); end != null; end = ends.poll()) {
        outcome(end);
        ended++;
      }
    }
  }

  /** Writes one object to a file that does not exist yet; directories on the way are made. */
  public static void write(StoredObject object, Path file, Source source)
      throws IOException, InterruptedException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    long length;
    try (InputStream in = source.open(object);
        var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      length = in.transferTo(out);
    }
    if (length != object.size()) {
      throw new IOException("an object of " + object.size() + " bytes came with " + length);
    }
  }

  /** How many files one thread wrote. */
  private static int work(
      Queue<Map.Entry<String, StoredObject>> waiting, Path directory, Source source)
      throws IOException, InterruptedException {
    int written = 0;
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      write(next.getValue(), directory.resolve(next.getKey()), source);
      written++;
    }
    return written;
  }

  private static void outcome(Future<Integer> ended) throws IOException, InterruptedException {
    try {
      ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IOException(e.getCause());
    }
  }

  /** Nobody may write to the directory any more when the caller goes on. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "source-provisioner-objects");
    thread.setDaemon(true);
    return thread;
  }
}
