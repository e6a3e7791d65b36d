/**
 * Takes a directory, an archive or another file of this machine as a source.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.file;

import org.jspecify.annotations.NullMarked;
