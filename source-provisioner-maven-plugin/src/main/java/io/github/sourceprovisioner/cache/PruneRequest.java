package io.github.sourceprovisioner.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What to prune.
 *
 * @param olderThan entries that were last used longer ago go
 * @param maxBytes if the selection takes more, the entries whose use is longest ago go until it
 *     takes nine tenths of this
 * @param types only entries that were used by these component types, and by no other; empty means
 *     all
 * @param uri a glob for the whole URL, or a part of the URL or of the coordinates
 * @param dryRun only tell what would go
 */
public record PruneRequest(
    Optional<Duration> olderThan,
    OptionalLong maxBytes,
    Set<String> types,
    Optional<String> uri,
    boolean dryRun) {

  public PruneRequest {
    types = Set.copyOf(types);
  }
}
