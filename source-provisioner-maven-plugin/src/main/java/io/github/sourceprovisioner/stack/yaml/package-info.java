/**
 * YAML text to values that know where they were written.
 *
 * <p>Depends on {@code stack.file}, {@code model}, {@code failure} and SnakeYAML's event parser.
 */
@NullMarked
package io.github.sourceprovisioner.stack.yaml;

import org.jspecify.annotations.NullMarked;
