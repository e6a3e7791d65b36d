/**
 * Stack manifests: finding them, following their imports, and merging each with all it imports.
 *
 * <p>Depends on {@code stack.config}, {@code stack.file}, {@code stack.yaml}, {@code stack.merge},
 * {@code stack.template}, {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.manifest;

import org.jspecify.annotations.NullMarked;
