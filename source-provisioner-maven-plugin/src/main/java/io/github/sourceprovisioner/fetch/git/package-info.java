/**
 * Fetches git repositories without a work tree: refs by our own rules, objects into a bare store,
 * files read from the object database.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model}, {@code failure} and JGit.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.git;

import org.jspecify.annotations.NullMarked;
