/**
 * The logins that Docker, Podman and their like leave in the user's home, and the programs that
 * keep them, if the user allows that they are run.
 *
 * <p>Depends on {@code fetch.oci.auth}, {@code web.json}, {@code web.program}, {@code spi}, {@code
 * model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.oci.docker;

import org.jspecify.annotations.NullMarked;
