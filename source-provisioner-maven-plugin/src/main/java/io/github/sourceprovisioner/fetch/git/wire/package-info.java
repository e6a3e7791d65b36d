/**
 * Our side of git's wire protocol, version 2: frames, capabilities, refs and packs, over any way to
 * a host.
 *
 * <p>Depends on {@code web}, {@code spi}, {@code model} and {@code failure}; knows nothing of JGit.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.git.wire;

import org.jspecify.annotations.NullMarked;
