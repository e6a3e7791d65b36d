/**
 * What Azure takes as proof of who is asking: keys of accounts, shared access signatures, tokens.
 *
 * <p>Depends on {@code failure} and the room {@code web}.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.azure.proof;

import org.jspecify.annotations.NullMarked;
