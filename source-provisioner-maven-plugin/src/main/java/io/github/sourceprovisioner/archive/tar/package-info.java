/**
 * Reads tar archives (POSIX.1-1988 ustar, POSIX.1-2001 pax, GNU long names) and refuses what two
 * readers could understand in two ways.
 *
 * <p>Depends on {@code archive.entry}.
 */
@NullMarked
package io.github.sourceprovisioner.archive.tar;

import org.jspecify.annotations.NullMarked;
