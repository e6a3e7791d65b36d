/**
 * Snapshots on disk, in the layout of a Maven repository: stored, found, verified, locked, pruned.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and Commons Compress.
 */
@NullMarked
package io.github.sourceprovisioner.cache;

import org.jspecify.annotations.NullMarked;
