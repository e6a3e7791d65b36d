/**
 * From a source as the user wrote it to a location: the grammar of the URIs, without network and
 * file system.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.locate;

import org.jspecify.annotations.NullMarked;
