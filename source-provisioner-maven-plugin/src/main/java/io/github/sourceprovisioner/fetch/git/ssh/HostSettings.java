package io.github.sourceprovisioner.fetch.git.ssh;

import java.util.List;
import java.util.Optional;

/**
 * What the user's ssh configuration says about one host.
 *
 * @param hostName the real name of the host
 * @param port a number as it was written
 * @param user whom to log in as
 * @param identityFiles private keys, or public ones of which the agent has the private half
 * @param identitiesOnly whether the agent may only use the keys of these files
 * @param identityAgent the socket of another agent, or {@code none}
 * @param detour what leads to the host in place of a direct connection
 */
record HostSettings(
    Optional<String> hostName,
    Optional<String> port,
    Optional<String> user,
    List<String> identityFiles,
    boolean identitiesOnly,
    Optional<String> identityAgent,
    Optional<String> detour) {}
