/**
 * From stack manifests to components: the one door to everything that is written in YAML.
 *
 * <p>Depends on its own sub-packages, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack;

import org.jspecify.annotations.NullMarked;
