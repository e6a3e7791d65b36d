/**
 * The pipeline from manifests to workdirs, and the one place where the rooms are put together.
 *
 * <p>Depends on every room below it: {@code stack}, {@code locate}, {@code cache}, {@code archive},
 * {@code lock}, {@code workdir}, {@code hook}, {@code spi}, {@code model}, {@code failure}; never
 * on {@code mojo}, {@code report}, a fetcher or a builtin.
 */
@NullMarked
package io.github.sourceprovisioner.engine;

import org.jspecify.annotations.NullMarked;
