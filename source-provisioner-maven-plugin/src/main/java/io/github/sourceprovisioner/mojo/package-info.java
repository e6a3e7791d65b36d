/**
 * The goals: parameters to a request, a report to the screen.
 *
 * <p>The only room that knows Maven; depends on {@code engine}, {@code report} and what is below.
 */
@NullMarked
package io.github.sourceprovisioner.mojo;

import org.jspecify.annotations.NullMarked;
