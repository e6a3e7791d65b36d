/**
 * Takes artifacts of Maven repositories as sources, through the repositories of the build.
 *
 * <p>Depends on {@code web} for checksum files, {@code spi}, {@code model} and {@code failure};
 * knows nothing of Maven's own API.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.maven;

import org.jspecify.annotations.NullMarked;
