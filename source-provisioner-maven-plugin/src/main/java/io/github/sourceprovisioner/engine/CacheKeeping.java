package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.CacheClearing;
import io.github.sourceprovisioner.cache.CacheInventory;
import io.github.sourceprovisioner.cache.CacheLocks;
import io.github.sourceprovisioner.cache.CachePruning;
import io.github.sourceprovisioner.cache.CachedRepositories;
import io.github.sourceprovisioner.cache.Patience;
import io.github.sourceprovisioner.cache.PruneRequest;
import io.github.sourceprovisioner.cache.Pruned;
import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.CachedRepository;
import io.github.sourceprovisioner.spi.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks after the cache, for all projects that share it. An empty set of types means all types. */
public final class CacheKeeping {

  private final CacheInventory inventory;
  private final CachedRepositories repositories;
  private final CachePruning pruning;
  private final CacheClearing clearing;

  /** The keeper of the cache below a root. */
  public CacheKeeping(Path root, Console console) {
    CacheLocks locks = new CacheLocks(root, true, Patience.DEFAULT, console);
    inventory = new CacheInventory(root);
    repositories = new CachedRepositories(root);
    pruning = new CachePruning(root, locks, Clock.systemUTC(), console);
    clearing = new CacheClearing(root, locks, console);
  }

  /** The snapshots of a selection. */
  public List<CacheEntry> list(Set<String> types, Optional<String> uri) {
    return inventory.list(types, uri);
  }

  /** The same, repository by repository, with what else is kept of each. */
  public List<CachedRepository> repositories(Set<String> types, Optional<String> uri) {
    return repositories.list(types, uri);
  }

  /** Removes what is too old or beyond the size. */
  public Pruned prune(PruneRequest request) {
    return pruning.prune(request);
  }

  /** Removes the whole selection. */
  public Pruned clear(Set<String> types, Optional<String> uri, boolean dryRun) {
    return clearing.clear(types, uri, dryRun);
  }

  /** Forgets when the refs of a selection were asked for; the number of them. */
  public int refresh(Set<String> types, Optional<String> uri) {
    return clearing.refresh(types, uri);
  }
}
