/** Placeholder. */
@NullMarked
package io.github.sourceprovisioner.stack.function;

import org.jspecify.annotations.NullMarked;
