package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import java.util.List;

/**
 * What went, or would go.
 *
 * @param removed the entries, in the order of removal
 * @param bytes what they took, with the object stores that went with them, and what dead runs left
 *     of entries that they never finished
 */
public record Pruned(List<CacheEntry> removed, long bytes) {

  public Pruned {
    removed = List.copyOf(removed);
  }
}
