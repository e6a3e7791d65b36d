package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.ProvisioningException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** What both sides have to prove, and what became of it. */
final class Handshake implements Closeable {

  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Login login;
  private final KnownHosts known;
  private final Identities identities;
  private final AgentKeys agent;
  private final HostKeyCheck check;
  private final Attempts attempts = new Attempts();

  Handshake(Login login, KnownHosts known, Identities identities, AgentKeys agent) {
    this.login = login;
    this.known = known;
    this.identities = identities;
    this.agent = agent;
    this.check = new HostKeyCheck(known, login);
  }

  Login login() {
    return login;
  }

  /** What was presented to the host so far. */
  List<String> attempts() {
    return attempts.names();
  }

  /** Why the host was not let in, if it was not. */
  Optional<ProvisioningException> refusal() {
    return check.refusal();
  }

  /** How long it may take to be let in. An agent may have to ask its user. */
  Duration patience(Deadline deadline) {
    return agent.isThere() ? deadline.left() : deadline.patience();
  }

  /** A client for this handshake alone, which knows of nothing else on this machine. */
  SshClient client(Deadline deadline) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServerKeyVerifier(check);
    client.setSignatureFactories(
        Algorithms.ofHost(
            known.types(login.host(), login.port()),
            known.hasAuthority(login.host(), login.port())));
    client.setUserAuthFactories(
        List.of(new KeyLogin(identities, attempts), UserAuthPasswordFactory.INSTANCE));
    client.setPasswordIdentityProvider(session -> identities.passwords(attempts));
    CoreModuleProperties.AUTH_TIMEOUT.set(client, deadline.left());
    CoreModuleProperties.IDLE_TIMEOUT.set(client, deadline.left());
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, deadline.longest());
    CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(client, GOODBYE);
    CoreModuleProperties.STOP_WAIT_TIME.set(client, GOODBYE);
    return client;
  }

  @Override
  public void close() throws IOException {
    agent.close();
  }
}
