/** Placeholder. */
@NullMarked
package io.github.sourceprovisioner.stack.template;

import org.jspecify.annotations.NullMarked;
