package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.spi.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

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
   * Removes the entries that the request asks for, and the object stores that {@link PruningPlan}
   * gives up with them. If no type and no place is selected, what runs that died left of entries
   * more than a day ago goes, too.
   *
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the cache cannot be read or
   *     something cannot be deleted
   */
  public Pruned prune(PruneRequest request) {
    Holdings all = Holdings.of(layout);
    List<Holding> going = PruningPlan.of(all, request, clock.instant());
    Pruned pruned = new CacheRemoval(layout, locks, console).remove(going, request.dryRun());
    return new Selection(request.types(), request.uri()).isEverything()
        ? new Leftovers(layout, clock.instant()).removeToo(pruned, request.dryRun())
        : pruned;
  }
}
