/**
 * Where proofs for Azure come from: settings, variables, Entra ID, the machine itself.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.azure.credentials;

import org.jspecify.annotations.NullMarked;
