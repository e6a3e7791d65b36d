/**
 * The figures: what is run against what, and what has to be reached.
 *
 * <p>Depends on {@code link}, {@code process}, {@code upstream} and {@code report}.
 */
@NullMarked
package io.github.sourceprovisioner.benchmark.figure;

import org.jspecify.annotations.NullMarked;
