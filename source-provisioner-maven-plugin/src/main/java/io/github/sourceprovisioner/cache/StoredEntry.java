package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Coordinates;

/** An entry as it is shown, its key, and where it stands. */
record StoredEntry(CacheEntry shown, EntryKey key, EntryFiles files) {

  Coordinates coordinates() {
    return key.coordinates();
  }
}
