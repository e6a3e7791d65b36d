/**
 * The repository that a team shares, looked into and added to as Maven does it.
 *
 * <p>Depends on Maven's API, its resolver, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.mojo.maven.shared;

import org.jspecify.annotations.NullMarked;
