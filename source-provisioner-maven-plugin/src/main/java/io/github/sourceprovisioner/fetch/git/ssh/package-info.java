/**
 * Runs git's server program on a host over ssh, after the host has proved who it is and the user
 * has been let in.
 *
 * <p>Depends on {@code spi}, {@code model}, {@code failure}, Apache MINA sshd and, for the way
 * through its transports, JGit.
 */
@NullMarked
package io.github.sourceprovisioner.fetch.git.ssh;

import org.jspecify.annotations.NullMarked;
