/**
 * Merged manifests to components: layers, inheritance, names and rendering.
 *
 * <p>Depends on the other sub-packages of {@code stack}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.component;

import org.jspecify.annotations.NullMarked;
