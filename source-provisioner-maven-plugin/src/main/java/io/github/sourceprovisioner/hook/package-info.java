/**
 * From hook events to the provisioners that run at them.
 *
 * <p>Depends on {@code spi}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.hook;

import org.jspecify.annotations.NullMarked;
