/**
 * What the submodules of a repository are, where they come from, and how their trees become one
 * with the tree of their parent.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure} and, for the syntax of configuration
 * files, JGit.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.git.modules;

import org.jspecify.annotations.NullMarked;
