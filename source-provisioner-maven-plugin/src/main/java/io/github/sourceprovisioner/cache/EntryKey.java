package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;

/**
 * What makes an entry of the cache one of its own.
 *
 * @param coordinates the place
 * @param scheme who fetched it
 * @param revision the revision id
 * @param subdir the directory it holds; empty means the root
 * @param variant see {@link CacheLayout#variant}
 */
record EntryKey(
    Coordinates coordinates, String scheme, String revision, String subdir, String variant) {

  static EntryKey of(SourceLocation location, Revision revision) {
    return new EntryKey(
        location.coordinates(),
        location.scheme(),
        revision.id(),
        location.subdir(),
        CacheLayout.variant(location));
  }
}
