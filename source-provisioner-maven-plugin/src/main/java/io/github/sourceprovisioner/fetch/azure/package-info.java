/**
 * Blobs, archives and prefixes in Azure Blob Storage and in servers that speak like it.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.azure;

import org.jspecify.annotations.NullMarked;
