package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.spi.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Empties a cache, or makes the next run ask again what refs mean. */
public final class CacheClearing {

  private final CacheLayout layout;
  private final CacheLocks locks;
  private final Clock clock;
  private final Console console;

  /** The clearing of one cache, which need not exist. */
  public CacheClearing(Path root, CacheLocks locks, Console console) {
    this(root, locks, Clock.systemUTC(), console);
  }

  CacheClearing(Path root, CacheLocks locks, Clock clock, Console console) {
    this.clock = clock;
    this.layout = new CacheLayout(root);
    this.locks = locks;
    this.console = console;
  }

  /**
   * Removes every entry of the selection, with what is known about places that have no entry left,
   * be it now or since an earlier pruning. Entries that a type outside the selection uses stay, and
   * so does what is being fetched. If everything is selected, what runs that died left of entries
   * more than a day ago goes, too.
   *
   * @param types component types; empty means all
   * @param uri a glob for the whole URL, or a part of the URL or of the coordinates
   * @throws CacheUnusable if the directory is not known to be a cache of ours, or if something
   *     cannot be deleted
   */
  public Pruned clear(Set<String> types, Optional<String> uri, boolean dryRun) {
    if (!Files.isRegularFile(layout.ownership(), LinkOption.NOFOLLOW_LINKS)
        && Files.exists(layout.root())) {
      throw new CacheUnusable(
          Problem.of(
                  "the directory " + layout.root() + " does not look like a cache of this plugin")
              .advise("check -Dsource.cacheDirectory")
              .advise("delete the directory yourself, if nothing else is in it"));
    }
    Holdings all = Holdings.of(layout);
    Selection selection = new Selection(types, uri);
    Pruned pruned =
        new CacheRemoval(layout, locks, console).remove(PruningPlan.of(all, selection), dryRun);
    if (!dryRun) {
      Set<Coordinates> left = places(new CacheInventory(layout.root()).scan());
      Set<Coordinates> empty = new HashSet<>(places(all.entries()));
      empty.addAll(new KnownPlaces(layout).of(selection));
      empty.stream().filter(place -> !left.contains(place)).forEach(this::forget);
    }
    return selection.isEverything()
        ? new Leftovers(layout, clock.instant()).removeToo(pruned, dryRun)
        : pruned;
  }

  private void forget(Coordinates place) {
    try {
      Files.deleteIfExists(layout.status(place));
      new EntryRemoval(layout).removeEmpty(layout.artifact(place));
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unusable(e);
    }
  }

  private static Set<Coordinates> places(List<StoredEntry> entries) {
    return entries.stream().map(StoredEntry::coordinates).collect(Collectors.toSet());
  }

  /**
   * Forgets when the refs of the places in the selection were asked for, so that the next run asks
   * again. What they meant stays known: a tag that moved is noticed, and an offline run still
   * works.
   *
   * @return how many refs that were
   * @throws CacheUnusable if the cache cannot be written
   */
  public int refresh(Set<String> types, Optional<String> uri) {
    Selection selection = new Selection(types, uri);
    List<StoredEntry> all = new CacheInventory(layout.root()).scan();
    Set<Coordinates> places =
        new HashSet<>(places(all.stream().filter(selection::touches).toList()));
    places.addAll(new KnownPlaces(layout).of(selection));
    KnownRevisions revisions = new KnownRevisions(layout);
    int refs = 0;
    try {
      for (Coordinates place : places) {
        refs += locks.exclusively(place, () -> revisions.forget(place));
      }
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return refs;
  }
}
