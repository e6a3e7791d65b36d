/**
 * Objects of a store as a tree of files: which key becomes which file, and how many are downloaded
 * at a time.
 *
 * <p>Depends on {@code web.checksum}, {@code spi}, {@code model} and {@code failure}; used by
 * fetchers of object stores.
 */
@NullMarked
package io.github.sourceprovisioner.web.objects;

import org.jspecify.annotations.NullMarked;
