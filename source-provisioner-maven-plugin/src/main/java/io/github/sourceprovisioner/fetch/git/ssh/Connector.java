package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Decides how to come to a host, and goes there. */
final class Connector {

  private final SshHome home;
  private final InstantSource clock;

  Connector(SshHome home, InstantSource clock) {
    JdkKeys.install();
    this.home = home;
    this.clock = clock;
  }

  /**
   * Logs in.
   *
   * @return what the caller closes
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if that is not possible
   */
  Session connect(SshAddress address, Optional<Credential> credential, SshTimeouts timeouts)
      throws IOException, InterruptedException {
    HostSettings settings = UserConfig.read(home.config()).of(address.host());
    Login login = Login.of(address, credential, settings, home);
    KeyFiles files =
        new KeyFiles(
            home, login, settings.identityFiles(), credential.flatMap(Credential::passphrase));
    Optional<List<PublicKey>> only =
        settings.identitiesOnly() ? Optional.of(files.publicKeys()) : Optional.empty();
    AgentKeys agent = new AgentKeys(AgentKeys.socket(settings, home), only);
    Identities identities = new Identities(credential, agent, files);
    Deadline deadline = new Deadline(timeouts, clock, login.place());
    return Session.open(new Handshake(login, known(), identities, agent), deadline);
  }

  private KnownHosts known() {
    return KnownHosts.read(home.knownHosts());
  }
}
