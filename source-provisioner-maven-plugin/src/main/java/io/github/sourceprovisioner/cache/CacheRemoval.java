package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removes snapshots and object stores that nobody works on. */
record CacheRemoval(CacheLayout layout, CacheLocks locks, Console console) {

  /**
   * Removes what is free of a list, in its order.
   *
   * @param dryRun whether only to tell
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if something cannot be deleted
   */
  Pruned remove(List<Holding> going, boolean dryRun) {
    List<CacheEntry> removed = new ArrayList<>();
    long bytes = 0;
    try {
      for (Holding holding : going) {
        if (dryRun || removeIfFree(holding)) {
          bytes += holding.bytes();
          if (holding instanceof StoredEntry entry) {
            removed.add(entry.shown());
          }
        }
      }
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Pruned(removed, bytes);
  }

  private boolean removeIfFree(Holding holding) throws IOException, InterruptedException {
    Optional<Boolean> removed = locks.ifFree(holding.place(), () -> removeIfUnused(holding));
    if (removed.isEmpty() && holding instanceof StoredEntry entry) {
      console.info(entry.coordinates() + " is in use and stays in the cache");
    }
    return removed.orElse(false);
  }

  /** Somebody may have used it since the list was made. */
  private boolean removeIfUnused(Holding holding) throws IOException {
    if (usedNow(holding).isAfter(holding.lastUsed())) {
      return false;
    }
    if (holding instanceof StoredEntry entry) {
      new EntryRemoval(layout).remove(entry.files());
    } else {
      Path trash = new Trash(layout).take(List.of(holding.path()));
      PlainFiles.delete(trash);
    }
    return true;
  }

  private static Instant usedNow(Holding holding) {
    return holding instanceof StoredEntry entry
        ? new UseRecord(entry.files()).last().orElse(Instant.MIN)
        : ObjectStores.look(holding.path()).lastUsed();
  }
}
