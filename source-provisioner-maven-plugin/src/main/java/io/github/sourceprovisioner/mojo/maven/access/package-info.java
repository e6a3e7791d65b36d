/**
 * Where credentials and proxies come from: the settings of Maven, a few variables, and netrc.
 *
 * <p>Depends on Maven's API, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.mojo.maven.access;

import org.jspecify.annotations.NullMarked;
