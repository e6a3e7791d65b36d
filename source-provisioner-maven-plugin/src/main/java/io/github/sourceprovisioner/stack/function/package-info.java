/**
 * The YAML functions that are called once a component is merged and its templates are rendered.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.function;

import org.jspecify.annotations.NullMarked;
