/**
 * The failures that a user can meet, each with the place it comes from and advice.
 *
 * <p>Depends on the JDK only.
 */
@NullMarked
package io.github.sourceprovisioner.failure;

import org.jspecify.annotations.NullMarked;
