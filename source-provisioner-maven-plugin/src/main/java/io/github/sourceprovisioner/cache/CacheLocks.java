package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Locks across the threads and processes that share a cache, so that each source is fetched once.
 * They never decide whether content is right: with locks switched off, or on a disk that has none,
 * everything stays correct and may only be done twice.
 *
 * <p>There are 256 lock files; two places may share one. A thread holds one lock at a time, and may
 * ask for that one again.
 */
public final class CacheLocks {

  private static final long POLL_MILLIS = 50;
  private static final int STRIPES = 256;

  private final CacheLayout layout;
  private final boolean enabled;
  private final Patience patience;
  private final Console console;
  private final ThreadLocal<String> held = ThreadLocal.withInitial(() -> "");
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * The locks of one cache. Nothing is written before the first lock is taken.
   *
   * @param root the root of the cache; absolute
   * @param enabled false means that nobody ever waits
   */
  public CacheLocks(Path root, boolean enabled, Patience patience, Console console) {
    this.layout = new CacheLayout(root);
    this.enabled = enabled;
    this.patience = patience;
    this.console = console;
  }

  /**
   * Does work while nobody else does work for the same coordinates.
   *
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if others held the lock for too long
   * @throws IllegalStateException if this thread holds the lock of another place
   */
  <T> T exclusively(Coordinates coordinates, Work<T> work)
      throws IOException, InterruptedException {
    String stripe = stripe(CacheLayout.storeName(coordinates));
    if (!enabled || held.get().equals(stripe)) {
      return work.run();
    }
    Path holder = layout.locks().resolve(stripe + ".holder");
    Waiting waiting = new Waiting(coordinates, holder, patience, console);
    Semaphore gate = gate(stripe);
    while (!gate.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      waiting.again();
    }
    try (Lease lease = new Lease(stripe, gate)) {
      while (!lease.lock()) {
        waiting.again();
        Thread.sleep(POLL_MILLIS);
      }
      return work.run();
    }
  }

  /**
   * Does work if nobody else does any for the same place.
   *
   * @param place the {@link CacheLayout#storeName} of its coordinates
   * @return what the work returned; empty if somebody else is at it
   */
  <T> Optional<T> ifFree(String place, Work<T> work) throws IOException, InterruptedException {
    String stripe = stripe(place);
    if (!enabled || held.get().equals(stripe)) {
      return Optional.of(work.run());
    }
    Semaphore gate = gate(stripe);
    if (!gate.tryAcquire()) {
      return Optional.empty();
    }
    try (Lease lease = new Lease(stripe, gate)) {
      return lease.lock() ? Optional.of(work.run()) : Optional.empty();
    }
  }

  private Semaphore gate(String stripe) throws IOException {
    if (!held.get().isEmpty()) {
      throw new IllegalStateException(
          "one lock at a time, or two builds could wait for each other");
    }
    Path locks = layout.locks();
    return Gate.of((Files.exists(locks) ? locks.toRealPath() : locks).resolve(stripe));
  }

  private static String stripe(String place) {
    return "%02x".formatted(Math.floorMod(place.hashCode(), STRIPES));
  }

  private void without(IOException reason) {
    if (warned.compareAndSet(false, true)) {
      console.warn(
          "no locks in "
              + layout.locks()
              + " ("
              + reason.getMessage()
              + "): going on without, which is safe but may fetch things twice");
    }
  }

  /** The open gate of one stripe, and then its lock. */
  private final class Lease implements AutoCloseable {

    private final String stripe;
    private final Semaphore gate;
    private Optional<LockFile> file = Optional.empty();

    Lease(String stripe, Semaphore gate) {
      this.stripe = stripe;
      this.gate = gate;
      held.set(stripe);
    }

    /** Tries once; true also if there can be no lock here. */
    boolean lock() {
      try {
        if (file.isEmpty()) {
          Files.createDirectories(layout.locks());
          file = Optional.of(new LockFile(layout.locks().resolve(stripe + ".lock")));
        }
        boolean locked = file.get().tryLock();
        if (locked) {
          sign();
        }
        return locked;
      } catch (IOException e) {
        without(e);
        return true;
      }
    }

    /**
     * In a file of its own: whoever reads and closes the lock file would drop the lock. Only others
     * miss the name if it cannot be written.
     */
    private void sign() {
      Path holder = layout.locks().resolve(stripe + ".holder");
      try {
        PlainFiles.write(holder, RunId.described().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        console.debug("cannot write to " + holder + " who holds the lock: " + e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        if (file.isPresent()) {
          file.get().close();
        }
      } finally {
        held.remove();
        gate.release();
      }
    }
  }
}
