/**
 * What extensions implement, and the ports that they receive.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.spi;

import org.jspecify.annotations.NullMarked;
