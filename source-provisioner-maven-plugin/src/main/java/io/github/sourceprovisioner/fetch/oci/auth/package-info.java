/**
 * How a registry learns who is asking: its challenges, the tokens of its token service, and who may
 * be shown which credential.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.oci.auth;

import org.jspecify.annotations.NullMarked;
