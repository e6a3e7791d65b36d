/**
 * The repositories and archives that sources come from: given, or made up.
 *
 * <p>Depends on {@code process}.
 */
@NullMarked
package io.github.sourceprovisioner.benchmark.upstream;

import org.jspecify.annotations.NullMarked;
