/**
 * Undoes the compression of one stream, to its very end, and says in one way what is wrong with it.
 *
 * <p>Depends on {@code archive.entry}.
 */
@NullMarked
package io.github.sourceprovisioner.archive.stream;

import org.jspecify.annotations.NullMarked;
