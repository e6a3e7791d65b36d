package io.github.sourceprovisioner.fetch.git.ssh;

import java.time.Duration;

/**
 * How long a host may take.
 *
 * @param idle for one answer, or one piece of it
 * @param total from the first contact to the last byte
 */
public record SshTimeouts(Duration idle, Duration total) {}
