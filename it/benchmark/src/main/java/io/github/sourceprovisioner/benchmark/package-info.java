/**
 * The program that runs the figures one after another.
 *
 * <p>Depends on all packages below it.
 */
@NullMarked
package io.github.sourceprovisioner.benchmark;

import org.jspecify.annotations.NullMarked;
