package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.Filters;
import org.jspecify.annotations.Nullable;

/**
 * What a workdir was made from. Two equal fingerprints mean the same files: equality decides
 * whether a workdir is up to date.
 *
 * @param location the canonical location, without secrets
 * @param revision what the location meant
 * @param treeHash the {@code t1} digest of the whole snapshot, before filters
 * @param filters which of its files were chosen
 */
public record Fingerprint(String location, String revision, String treeHash, Filters filters) {

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprint that
        && location.equals(that.location)
        && revision.equals(that.revision)
        && treeHash.equals(that.treeHash)
        && filters.equals(that.filters);
  }

  @Override
  public int hashCode() {
    return (location.hashCode() * 31 + revision.hashCode()) * 31 + treeHash.hashCode();
  }
}
