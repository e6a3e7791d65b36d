package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes entries that nobody works on, and the object stores that serve no entry any more. */
record CacheRemoval(CacheLayout layout, CacheLocks locks, Console console) {

  /**
   * Removes what is free of a list.
   *
   * @param all every entry of the cache
   * @param dryRun whether only to tell
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if something cannot be deleted
   */
  Pruned remove(List<StoredEntry> going, List<StoredEntry> all, boolean dryRun) {
    List<CacheEntry> removed = new ArrayList<>();
    List<StoredEntry> left = new ArrayList<>(all);
    long bytes = 0;
    try {
      for (StoredEntry entry : going) {
        if (dryRun || removeIfFree(entry)) {
          removed.add(entry.shown());
          left.remove(entry);
          bytes += entry.shown().bytes();
        }
      }
      bytes += removeStores(left, dryRun);
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Pruned(removed, bytes);
  }

  private boolean removeIfFree(StoredEntry entry) throws IOException, InterruptedException {
    Optional<Boolean> removed =
        locks.ifFree(CacheLayout.storeName(entry.coordinates()), () -> removeIfUnused(entry));
    if (removed.isEmpty()) {
      console.info(entry.coordinates() + " is in use and stays in the cache");
    }
    return removed.orElse(false);
  }

  /** Somebody may have used it since the list was made. */
  private boolean removeIfUnused(StoredEntry entry) throws IOException {
    Instant used = new UseRecord(entry.files()).last().orElse(Instant.MIN);
    if (used.isAfter(entry.shown().lastUsed())) {
      return false;
    }
    new EntryRemoval(layout).remove(entry.files());
    return true;
  }

  private long removeStores(List<StoredEntry> left, boolean dryRun)
      throws IOException, InterruptedException {
    Set<String> needed = new HashSet<>();
    left.forEach(entry -> needed.add(CacheLayout.storeName(entry.coordinates())));
    long bytes = 0;
    for (Path store : new ObjectStores(layout).all()) {
      String place = String.valueOf(store.getFileName());
      if (!needed.contains(place)) {
        long size = ObjectStores.bytes(store);
        bytes += dryRun || locks.ifFree(place, () -> discard(store)).isPresent() ? size : 0;
      }
    }
    return bytes;
  }

  private Path discard(Path store) throws IOException {
    Path trash = new Trash(layout).take(List.of(store));
    PlainFiles.delete(trash);
    return store;
  }
}
