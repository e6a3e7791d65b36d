/**
 * The part of Go's text/template that stack manifests need: fields, a few functions, pipelines and
 * conditions. Everything else is refused by name, where it stands.
 *
 * <p>Depends on {@code model} and {@code failure}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.template;

import org.jspecify.annotations.NullMarked;
