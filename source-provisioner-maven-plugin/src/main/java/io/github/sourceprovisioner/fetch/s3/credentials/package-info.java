/**
 * Where keys for Amazon's services come from: variables, profiles, roles, the machine itself.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure}, the room {@code web} and {@code
 * fetch.s3.aws}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.s3.credentials;

import org.jspecify.annotations.NullMarked;
