/**
 * Objects and prefixes in Google Cloud Storage, over its JSON API.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.gcs;

import org.jspecify.annotations.NullMarked;
