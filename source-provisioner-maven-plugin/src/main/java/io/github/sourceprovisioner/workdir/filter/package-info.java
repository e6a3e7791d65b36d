/**
 * Which files of a snapshot come into a workdir.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.workdir.filter;

import org.jspecify.annotations.NullMarked;
