package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Decides which entries go. Pure. */
final class PruningPlan {

  private static final Comparator<StoredEntry> LEAST_RECENT_FIRST =
      Comparator.comparing((StoredEntry e) -> e.shown().lastUsed())
          .thenComparing(e -> e.files().marker());

  private final List<StoredEntry> left;
  private final List<StoredEntry> going = new ArrayList<>();
  private final Map<Coordinates, Long> stores;
  private final Map<Coordinates, Integer> count = new HashMap<>();

  private PruningPlan(List<StoredEntry> selected, Map<Coordinates, Long> stores) {
    this.left = new ArrayList<>(selected.stream().sorted(LEAST_RECENT_FIRST).toList());
    this.stores = stores;
  }

  /**
   * The entries to remove, least recently used first.
   *
   * @param all every entry of the cache
   * @param stores what the object stores of a place take; one goes with the last entry of its place
   */
  static List<StoredEntry> of(
      List<StoredEntry> all, Map<Coordinates, Long> stores, PruneRequest request, Instant now) {
    Selection selection = new Selection(request.types(), request.uri());
    PruningPlan plan = new PruningPlan(all.stream().filter(selection::owns).toList(), stores);
    all.forEach(entry -> plan.count.merge(entry.coordinates(), 1, Integer::sum));
    request.olderThan().ifPresent(age -> plan.removeOld(age, now));
    plan.removeUntilSmall(request.maxBytes());
    return plan.going;
  }

  /** A use in the future proves a wrong clock, not age. */
  private void removeOld(Duration age, Instant now) {
    for (StoredEntry entry : List.copyOf(left)) {
      if (Duration.between(entry.shown().lastUsed(), now).compareTo(age) > 0) {
        remove(entry);
      }
    }
  }

  private void removeUntilSmall(OptionalLong maxBytes) {
    long bytes = left.stream().mapToLong(entry -> entry.shown().bytes()).sum();
    bytes += left.stream().map(StoredEntry::coordinates).distinct().mapToLong(this::store).sum();
    if (maxBytes.isEmpty() || bytes <= maxBytes.getAsLong()) {
      return;
    }
    long goal = maxBytes.getAsLong() / 10 * 9;
    while (bytes > goal && !left.isEmpty()) {
      bytes -= remove(left.get(0));
    }
  }

  /** What its removal frees. */
  private long remove(StoredEntry entry) {
    left.remove(entry);
    going.add(entry);
    boolean last = count.merge(entry.coordinates(), -1, Integer::sum) == 0;
    return entry.shown().bytes() + (last ? store(entry.coordinates()) : 0);
  }

  private long store(Coordinates coordinates) {
    return stores.getOrDefault(coordinates, 0L);
  }
}
