/**
 * Programs that know credentials: found, run and heard in one place, and only where the user allows
 * it.
 *
 * <p>Depends on {@code web.json}, {@code spi}, {@code model} and {@code failure}; used by fetchers.
 */
@NullMarked
package io.github.sourceprovisioner.web.program;

import org.jspecify.annotations.NullMarked;
