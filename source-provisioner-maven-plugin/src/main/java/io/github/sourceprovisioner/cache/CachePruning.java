package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes what has not been used for long. Safe while builds run: what somebody fetches stays, and
 * a build that loses a snapshot between two looks takes it for one that never was there. No link is
 * followed, and no file is deleted that is not of an entry.
 */
public final class CachePruning {

  private final CacheLayout layout;
  private final CacheLocks locks;
  private final Clock clock;
  private final Console console;

  /** The pruning of one cache, which need not exist. */
  public CachePruning(Path root, CacheLocks locks, Clock clock, Console console) {
    this.layout = new CacheLayout(root);
    this.locks = locks;
    this.clock = clock;
    this.console = console;
  }

  /**
   * Removes the entries that the request asks for, and the object stores of all places that have no
   * entry left. If no type and no place is selected, what runs that died left of entries more than
   * a day ago goes, too.
   *
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the cache cannot be read or
   *     something cannot be deleted
   */
  public Pruned prune(PruneRequest request) {
    List<StoredEntry> all = new CacheInventory(layout.root()).scan();
    List<StoredEntry> going = PruningPlan.of(all, stores(all), request, clock.instant());
    Pruned pruned = new CacheRemoval(layout, locks, console).remove(going, all, request.dryRun());
    return new Selection(request.types(), request.uri()).isEverything()
        ? new Leftovers(layout, clock.instant()).removeToo(pruned, request.dryRun())
        : pruned;
  }

  private Map<Coordinates, Long> stores(List<StoredEntry> all) {
    Map<String, Long> byName = new HashMap<>();
    try {
      for (Path store : new ObjectStores(layout).all()) {
        String name = String.valueOf(store.getFileName());
        byName.merge(name, ObjectStores.bytes(store), Long::sum);
      }
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unreadable(e);
    }
    Map<Coordinates, Long> stores = new HashMap<>();
    for (StoredEntry entry : all) {
      String name = CacheLayout.storeName(entry.coordinates());
      stores.put(entry.coordinates(), byName.getOrDefault(name, 0L));
    }
    return stores;
  }
}
