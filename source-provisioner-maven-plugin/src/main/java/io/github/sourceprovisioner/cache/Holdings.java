package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.util.List;

/** Everything that the cache holds. */
record Holdings(List<StoredEntry> entries, List<StoreDirectory> stores) {

  Holdings {
    entries = List.copyOf(entries);
    stores = List.copyOf(stores);
  }

  /**
   * What is there now.
   *
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the cache cannot be read
   */
  static Holdings of(CacheLayout layout) {
    try {
      return new Holdings(new CacheInventory(layout.root()).scan(), new ObjectStores(layout).all());
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unreadable(e);
    }
  }

  /** The entries of one place. */
  List<StoredEntry> of(String place) {
    return entries.stream().filter(entry -> entry.place().equals(place)).toList();
  }
}
