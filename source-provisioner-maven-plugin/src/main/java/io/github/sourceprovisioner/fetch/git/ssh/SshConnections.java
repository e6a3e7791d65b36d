package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jgit.transport.SshSessionFactory;

/**
 * Opens connections to git's server program behind ssh.
 *
 * <p>A host has to be known ({@code ~/.ssh/known_hosts}), always. Whoever asks is proved by the
 * private key of the credential, then by the keys of the agent, then by those in files, at last by
 * the password of the credential. Nobody is asked anything, no program is run, nothing is written.
 * Of the user's configuration only the harmless part counts: {@code HostName}, {@code Port}, {@code
 * User}, {@code IdentityFile}, {@code IdentitiesOnly}, {@code IdentityAgent}.
 *
 * <p>Every connection has threads of its own, which end when it is closed. May be used by several
 * threads.
 */
public final class SshConnections {

  private final Connector connector;

  /**
   * Does not read anything yet.
   *
   * @param home keys and known hosts
   * @param clock what measures the time that hosts take
   */
  public SshConnections(SshHome home, InstantSource clock) {
    this.connector = new Connector(home, clock);
  }

  /**
   * Starts {@code git-upload-pack} on a host and offers protocol version 2 to it ({@code
   * GIT_PROTOCOL=version=2}); hosts that do not take the offer speak an older one.
   *
   * @return the open connection, which the caller closes
   * @throws ProvisioningException if the host is not known, is not reached in time, or lets nobody
   *     in
   * @throws InterruptedException if this thread was asked to stop
   */
  public SshConnection open(
      SshAddress address, Optional<Credential> credential, SshTimeouts timeouts)
      throws IOException, InterruptedException {
    Session session = connector.connect(address, credential, timeouts);
    try {
      return SshConnection.start(session, address.command());
    } catch (IOException | RuntimeException | InterruptedException e) {
      session.close();
      throw e;
    }
  }

  /**
   * The same way in for a transport of JGit. A {@link ProvisioningException} that tells why there
   * is none is among the causes of what JGit throws.
   */
  public SshSessionFactory sessions(Optional<Credential> credential, SshTimeouts timeouts) {
    return new JgitSessions(connector, credential, timeouts);
  }
}
