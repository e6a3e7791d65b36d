/**
 * The logins that Docker, Podman and their like leave in the user's home. Only read; no program is
 * run.
 *
 * <p>Depends on {@code fetch.oci.auth}, {@code web.json}, {@code spi}, {@code model} and {@code
 * failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.oci.docker;

import org.jspecify.annotations.NullMarked;
