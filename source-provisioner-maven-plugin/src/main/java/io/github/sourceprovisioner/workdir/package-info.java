/**
 * Copies of snapshots that tools run in, what is known about them, and how one replaces another.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.workdir;

import org.jspecify.annotations.NullMarked;
