package io.github.sourceprovisioner.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One place in the cache with everything that is kept of it, as {@code cache-list} shows it.
 *
 * @param coordinates the place
 * @param url where the snapshot came from that was used last
 * @param snapshots by subdirectory and revision; never empty
 * @param store what makes the next fetch cheaper; empty if nothing is kept for that
 * @param refs what its refs meant when its host was last asked, by name; also such refs whose
 *     snapshots are gone
 */
public record CachedRepository(
    Coordinates coordinates,
    String url,
    List<CacheEntry> snapshots,
    Optional<Store> store,
    List<Ref> refs) {

  public CachedRepository {
    snapshots = List.copyOf(snapshots);
    refs = List.copyOf(refs);
  }

  /**
   * An object store.
   *
   * @param bytes what it takes on disk
   * @param packs of how many packs of objects it consists
   * @param lastUsed when something was last fetched through it
   */
  public record Store(long bytes, int packs, Instant lastUsed) {}

  /**
   * What a ref meant.
   *
   * @param name the full name if it is known, else as the user wrote it; empty for what a URL
   *     without a ref means
   * @param revision the revision id
   * @param stability what kind of promise that is
   * @param checkedAt when the host said so; empty if the next run is to ask again
   */
  public record Ref(
      String name, String revision, Revision.Stability stability, Optional<Instant> checkedAt) {}
}
