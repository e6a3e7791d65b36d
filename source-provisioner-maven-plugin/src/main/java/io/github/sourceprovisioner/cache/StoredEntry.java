package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Coordinates;
import java.nio.file.Path;
import java.time.Instant;

/** An entry as it is shown, its key, and where it stands. */
record StoredEntry(CacheEntry shown, EntryKey key, EntryFiles files) implements Holding {

  Coordinates coordinates() {
    return key.coordinates();
  }

  @Override
  public String place() {
    return CacheLayout.storeName(coordinates());
  }

  @Override
  public long bytes() {
    return shown.bytes();
  }

  @Override
  public Instant lastUsed() {
    return shown.lastUsed();
  }

  @Override
  public Path path() {
    return files.marker();
  }
}
