/**
 * The words of the design as immutable values.
 *
 * <p>Depends on the JDK and on {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.model;

import org.jspecify.annotations.NullMarked;
