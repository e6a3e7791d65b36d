/**
 * Runs commands, measures them, and does so in fair rounds.
 *
 * <p>Depends on {@code link}.
 */
@NullMarked
package io.github.sourceprovisioner.benchmark.process;

import org.jspecify.annotations.NullMarked;
