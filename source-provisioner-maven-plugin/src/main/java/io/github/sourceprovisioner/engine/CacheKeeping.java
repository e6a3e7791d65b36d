package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.CacheInventory;
import io.github.sourceprovisioner.cache.CacheLocks;
import io.github.sourceprovisioner.cache.CachePruning;
import io.github.sourceprovisioner.cache.PruneRequest;
import io.github.sourceprovisioner.cache.Pruned;
import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.spi.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Looks after the cache, for all projects that share it. An empty set of types means all types. */
public final class CacheKeeping {

  private final CacheInventory inventory;
  private final CachePruning pruning;

  /** The keeper of the cache below a root. */
  public CacheKeeping(Path root, Console console) {
    inventory = new CacheInventory(root);
    pruning = new CachePruning(root, CacheLocks.in(root, console), Clock.systemUTC(), console);
  }

  /** The snapshots of a selection. */
  public List<CacheEntry> list(Set<String> types, Optional<String> uri) {
    PruneRequest selection =
        new PruneRequest(Optional.empty(), OptionalLong.empty(), types, uri, true);
    return inventory.list().stream().filter(selection::selects).toList();
  }

  /** Removes what is too old or beyond the size. */
  public Pruned prune(
      Optional<Duration> olderThan,
      OptionalLong maxBytes,
      Set<String> types,
      Optional<String> uri,
      boolean dryRun) {
    return pruning.prune(new PruneRequest(olderThan, maxBytes, types, uri, dryRun));
  }

  /** Removes the whole selection. */
  public Pruned clear(Set<String> types, Optional<String> uri, boolean dryRun) {
    return pruning.clear(
        new PruneRequest(Optional.empty(), OptionalLong.empty(), types, uri, dryRun));
  }

  /** Forgets what the refs of a selection meant; the number of them. */
  public int refresh(Set<String> types, Optional<String> uri) {
    return pruning.refresh(types, uri);
  }
}
