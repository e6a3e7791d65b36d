/**
 * The lock file: which revision and which tree every source of a project stands for.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.lock;

import org.jspecify.annotations.NullMarked;
