/**
 * Artifacts in OCI registries, over the distribution API.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.oci;

import org.jspecify.annotations.NullMarked;
