/**
 * What the readers of all archive formats say about an archive, in the same words.
 *
 * <p>Depends on the JDK.
 */
@NullMarked
package io.github.sourceprovisioner.archive.entry;

import org.jspecify.annotations.NullMarked;
