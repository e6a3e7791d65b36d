/**
 * Adapters from the ports of the engine to Maven: console, progress, properties, errors.
 *
 * <p>Depends on Maven's API, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.mojo.maven;

import org.jspecify.annotations.NullMarked;
