package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a host that is known gets to hear who we are. */
class HostKeyTest {

  private Path directory;
  private KeyPair ed25519;
  private KeyPair ecdsa;
  private EmbeddedHost host;
  private TestHome home;
  private String place;

  @BeforeEach
  void start(@TempDir Path empty) throws Exception {
    directory = empty;
    ed25519 = TestKeys.ed25519();
    ecdsa = TestKeys.ecdsa();
    KeyPair userKey = TestKeys.ed25519();
    host = new EmbeddedHost(ed25519, ecdsa);
    host.authorized.add(userKey.getPublic());
    home = new TestHome(directory).file("id_ed25519", TestKeys.text(userKey));
    place = "127.0.0.1:" + host.port();
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @Test
  void aStrangerIsShownWithWhatToDoAndHearsNothing() {
    AccessDenied failure = refused(AccessDenied.class);
    String fingerprint = TestKeys.fingerprint(ed25519.getPublic());
    assertThat(fingerprint).startsWith("SHA256:");
    assertThat(failure)
        .hasMessage("the host key of " + place + " is not known: ssh-ed25519 " + fingerprint);
    assertThat(failure.advice())
        .containsExactly(
            "compare the fingerprint with what the owner of the host publishes; if it is the same,"
                + " connect once with ssh -p "
                + host.port()
                + " git@127.0.0.1",
            "or add this line to ~/.ssh/known_hosts: [127.0.0.1]:"
                + host.port()
                + " "
                + TestKeys.line(ed25519.getPublic()));
    assertThat(host.heard).isEmpty();
    assertThat(directory.resolve(".ssh/known_hosts")).doesNotExist();
  }

  @Test
  void theUsersConfigurationDoesNotLetAStrangerPass() throws Exception {
    home.file("config", "Host *\n StrictHostKeyChecking no\n UserKnownHostsFile /dev/null\n");
    assertThat(refused(AccessDenied.class)).hasMessageContaining("is not known");
  }

  @Test
  void theLineOfTheAdviceLetsTheHostPass() throws Exception {
    String advice = refused(AccessDenied.class).advice().get(1);
    home.knows(advice.substring(advice.indexOf('[')));
    open().close();
  }

  @Test
  void aChangedKeyIsAnAttackUntilProvedOtherwise() throws Exception {
    home.knows(host.port(), TestKeys.ed25519().getPublic());
    String before = Files.readString(directory.resolve(".ssh/known_hosts"));
    IntegrityMismatch failure = refused(IntegrityMismatch.class);
    assertThat(failure)
        .hasMessage(
            "the host key of "
                + place
                + " changed to ssh-ed25519 "
                + TestKeys.fingerprint(ed25519.getPublic())
                + ": somebody may be in between");
    assertThat(failure.advice())
        .containsExactly(
            "ask the owner of the host whether it has a new key, and for its fingerprint",
            "only then take the old one away with ssh-keygen -R '[127.0.0.1]:" + host.port() + "'");
    assertThat(host.heard).isEmpty();
    assertThat(Files.readString(directory.resolve(".ssh/known_hosts"))).isEqualTo(before);
  }

  @Test
  void aRevokedKeyIsRefused() throws Exception {
    home.knows(host.port(), ed25519.getPublic())
        .knows("@revoked * " + TestKeys.line(ed25519.getPublic()));
    IntegrityMismatch failure = refused(IntegrityMismatch.class);
    assertThat(failure).hasMessageStartingWith("the host key of " + place + " is revoked: ssh-");
    assertThat(failure.advice())
        .containsExactly(
            "ask the owner of the host for its new key",
            "look at the line that begins with @revoked in ~/.ssh/known_hosts");
  }

  @Test
  void aHostOfSeveralKeysIsAskedForTheOneThatIsKnown() throws Exception {
    home.knows(host.port(), ecdsa.getPublic());
    open().close();
  }

  @Test
  void aHostProvesItselfWithACertificateOfAKnownAuthority() throws Exception {
    KeyPair authority = TestKeys.ed25519();
    OpenSshCertificate certificate = TestKeys.certificate(ed25519, authority, "127.0.0.1");
    host.server.setHostKeyCertificateProvider(session -> List.of(certificate));
    home.knows(
        "@cert-authority [127.0.0.1]:" + host.port() + " " + TestKeys.line(authority.getPublic()));
    open().close();
  }

  private <T extends ProvisioningException> T refused(Class<T> type) {
    return catchThrowableOfType(type, this::open);
  }

  private SshConnection open() throws Exception {
    SshTimeouts timeouts = new SshTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(60));
    return new SshConnections(home.home(), InstantSource.system())
        .open(host.address("/a.git"), Optional.empty(), timeouts);
  }
}
