/**
 * Reads zip archives (APPNOTE 6.3) by their central directory and refuses those in which another
 * reader would find something else.
 *
 * <p>Depends on {@code archive.entry}.
 */
@NullMarked
package io.github.sourceprovisioner.archive.zip;

import org.jspecify.annotations.NullMarked;
