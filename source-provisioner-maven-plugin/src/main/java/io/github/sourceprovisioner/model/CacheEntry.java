package io.github.sourceprovisioner.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One snapshot in the cache, as {@code cache-list} shows it.
 *
 * @param coordinates the place it came from
 * @param url where it came from
 * @param subdir the directory it holds; empty means the root
 * @param revision its revision id
 * @param treeHash its {@code t1} digest
 * @param bytes what it takes on disk
 * @param lastUsed when a run last used it
 * @param lastChecked when its host was last asked what a mutable ref of it means
 * @param types the component types that used it
 */
public record CacheEntry(
    Coordinates coordinates,
    String url,
    String subdir,
    String revision,
    String treeHash,
    long bytes,
    Instant lastUsed,
    Optional<Instant> lastChecked,
    Set<String> types) {

  public CacheEntry {
    types = Set.copyOf(types);
  }
}
