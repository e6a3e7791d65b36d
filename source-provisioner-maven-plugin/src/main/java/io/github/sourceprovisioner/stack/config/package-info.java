/**
 * What {@code atmos.yaml} and the environment say about a project.
 *
 * <p>Depends on {@code stack.file}, {@code stack.yaml}, {@code stack.merge}, {@code model} and
 * {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.config;

import org.jspecify.annotations.NullMarked;
