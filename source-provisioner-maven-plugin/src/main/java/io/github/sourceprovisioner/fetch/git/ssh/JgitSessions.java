package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** Lets transports of JGit in. Their own credentials and timeouts do not count. */
final class JgitSessions extends SshSessionFactory {

  private final Connector connector;
  private final Optional<Credential> credential;
  private final SshTimeouts timeouts;

  JgitSessions(Connector connector, Optional<Credential> credential, SshTimeouts timeouts) {
    this.connector = connector;
    this.credential = credential;
    this.timeouts = timeouts;
  }

  @Override
  public RemoteSession getSession(
      URIish uri, @Nullable CredentialsProvider ignored, FS files, int milliseconds)
      throws TransportException {
    try {
      return new JgitSession(connector.connect(address(uri), credential, timeouts));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException("the transfer was stopped", e);
    } catch (IOException | ProvisioningException e) {
      throw new TransportException("no ssh session", e);
    }
  }

  @Override
  public String getType() {
    return "source-provisioner";
  }

  private static SshAddress address(URIish uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("");
    return new SshAddress(
        Optional.ofNullable(uri.getUser()).filter(user -> !user.isEmpty()),
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Optional.of(uri.getPort()).filter(port -> port > 0),
        uri.getPath());
  }
}
