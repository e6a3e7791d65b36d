/**
 * The files of a project: which may be read, how messages name them, and globs over them.
 *
 * <p>Depends on {@code failure} and {@code model}.
 */
@NullMarked
package io.github.sourceprovisioner.stack.file;

import org.jspecify.annotations.NullMarked;
