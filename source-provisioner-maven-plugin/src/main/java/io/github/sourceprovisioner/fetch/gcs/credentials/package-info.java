/**
 * Where tokens for Google's services come from: variables, application default credentials, the
 * machine itself.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.gcs.credentials;

import org.jspecify.annotations.NullMarked;
