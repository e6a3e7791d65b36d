/**
 * The language of Amazon's services: keys, signatures, and errors.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.s3.aws;

import org.jspecify.annotations.NullMarked;
