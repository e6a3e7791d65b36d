/**
 * The checksums that users give for files that are downloaded: a digest, or a file with digests.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model} and {@code failure}; used by fetchers.
 */
@NullMarked
package io.github.sourceprovisioner.web.checksum;

import org.jspecify.annotations.NullMarked;
