/** Placeholder. */
@NullMarked
package io.github.sourceprovisioner.stack.source;

import org.jspecify.annotations.NullMarked;
