/**
 * What a manifest says: which blobs an artifact has, and what each of them is to a source.
 *
 * <p>Depends on {@code web.json}, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.oci.manifest;

import org.jspecify.annotations.NullMarked;
