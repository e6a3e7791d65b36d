package io.github.sourceprovisioner.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decides what goes. Pure.
 *
 * <p>An object store is a cache for the cache: no snapshot needs it, and without it the next fetch
 * of something new costs more, once. So it goes like a snapshot, by its own last use, and before
 * one that was used at the same moment. Which of its objects only served snapshots that are gone,
 * nobody can tell from a partial clone. Instead, a store that lost a snapshot of its place goes as
 * a whole if it takes more than the snapshots that are left: then most of it is of no more use, or
 * it is cheap to bring again. A store without any snapshot goes in every case.
 */
final class PruningPlan {

  private static final Comparator<Holding> LEAST_RECENT_FIRST =
      Comparator.comparing(Holding::lastUsed)
          .thenComparing(holding -> holding instanceof StoredEntry)
          .thenComparing(Holding::path);

  private final Holdings all;
  private final List<Holding> left;
  private final Set<Holding> going = new LinkedHashSet<>();

  private PruningPlan(Holdings all, Selection selection) {
    this.all = all;
    this.left = new ArrayList<>(all.entries().stream().filter(selection::owns).toList());
    for (StoreDirectory store : all.stores()) {
      List<StoredEntry> served = all.of(store.place());
      if (served.isEmpty()) {
        going.add(store);
      } else if (selection.isEverything() || left.containsAll(served)) {
        left.add(store);
      }
    }
    left.sort(LEAST_RECENT_FIRST);
  }

  /** What to remove, in order: the least recently used first. */
  static List<Holding> of(Holdings all, PruneRequest request, Instant now) {
    PruningPlan plan = new PruningPlan(all, new Selection(request.types(), request.uri()));
    request.olderThan().ifPresent(age -> plan.removeOld(age, now));
    plan.removeUntilSmall(request.maxBytes());
    return List.copyOf(plan.going);
  }

  /** The whole of a selection. */
  static List<Holding> of(Holdings all, Selection selection) {
    PruningPlan plan = new PruningPlan(all, selection);
    List.copyOf(plan.left).forEach(plan::remove);
    return List.copyOf(plan.going);
  }

  /** A use in the future proves a wrong clock, not age. */
  private void removeOld(Duration age, Instant now) {
    for (Holding holding : List.copyOf(left)) {
      if (Duration.between(holding.lastUsed(), now).compareTo(age) > 0) {
        remove(holding);
      }
    }
  }

  private void removeUntilSmall(OptionalLong maxBytes) {
    if (maxBytes.isEmpty() || bytesLeft() <= maxBytes.getAsLong()) {
      return;
    }
    long goal = maxBytes.getAsLong() / 10 * 9;
    while (bytesLeft() > goal && !left.isEmpty()) {
      remove(left.get(0));
    }
  }

  private long bytesLeft() {
    return left.stream().mapToLong(Holding::bytes).sum();
  }

  private void remove(Holding holding) {
    left.remove(holding);
    going.add(holding);
    if (holding instanceof StoredEntry entry) {
      for (StoreDirectory store : all.stores()) {
        if (store.place().equals(entry.place()) && isMostlyOfNoUse(store)) {
          left.remove(store);
          going.add(store);
        }
      }
    }
  }

  private boolean isMostlyOfNoUse(StoreDirectory store) {
    List<StoredEntry> served =
        all.of(store.place()).stream().filter(entry -> !going.contains(entry)).toList();
    return served.isEmpty() || store.bytes() > served.stream().mapToLong(Holding::bytes).sum();
  }
}
