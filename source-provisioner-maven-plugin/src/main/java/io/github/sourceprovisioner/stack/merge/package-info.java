/**
 * Merging layers of values: pure, without files and without templates.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.merge;

import org.jspecify.annotations.NullMarked;
