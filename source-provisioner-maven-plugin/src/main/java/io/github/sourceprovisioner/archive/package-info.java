/**
 * Unpacks archives, and holds the rules that every tree of files must keep before anything else
 * reads it: all limits are here.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.archive;

import org.jspecify.annotations.NullMarked;
