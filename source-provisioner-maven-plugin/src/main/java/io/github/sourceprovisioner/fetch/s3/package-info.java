/**
 * Objects and prefixes in S3 and in stores that speak like it.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.s3;

import org.jspecify.annotations.NullMarked;
