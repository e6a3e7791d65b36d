package io.github.sourceprovisioner.cache;

import java.nio.file.Path;
import java.time.Instant;

/** What the cache holds, and pruning may take from it. */
sealed interface Holding permits StoredEntry, StoreDirectory {

  /** Whose it is: the {@link CacheLayout#storeName} of its coordinates. */
  String place();

  /** What it takes on disk. */
  long bytes();

  /** When it last served somebody. */
  Instant lastUsed();

  /** Where it is. */
  Path path();
}
