package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks is proved by keys of several places and by a password, in a known order. */
class SshLoginTest {

  private static final String SERVER = "<server> git.example.com";

  private Path directory;
  private KeyPair key;
  private EmbeddedHost host;
  private TestHome home;
  private Optional<Credential> credential = Optional.empty();

  @BeforeEach
  void start(@TempDir Path empty) throws Exception {
    directory = empty;
    KeyPair hostKey = TestKeys.ed25519();
    key = TestKeys.ed25519();
    host = new EmbeddedHost(hostKey);
    home = new TestHome(directory).knows(host.port(), hostKey.getPublic());
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @Test
  void withoutAnythingTheUserLearnsWhatToSet() {
    AccessDenied failure = denied();
    assertThat(failure)
        .hasMessage(
            "127.0.0.1:"
                + host.port()
                + " does not let the user git in, and there is no key for it");
    assertThat(failure.advice())
        .containsExactly(
            "add a <server> with the id 127.0.0.1 and a <privateKey> to settings.xml, or load the"
                + " key with ssh-add",
            "register the public half of the key with the host",
            "check the user in the URL: most hosts want ssh://git@127.0.0.1:" + host.port() + "/…");
  }

  @Test
  void whatWasTriedIsNamedInOrderWithoutSecrets() throws Exception {
    credential(TestKeys.text(key), "hunter2");
    home.file("id_ed25519", TestKeys.text(TestKeys.ed25519()))
        .file("id_ecdsa", TestKeys.text(TestKeys.ecdsa(), "locked"))
        .file("id_rsa", "no key");
    AccessDenied failure = denied();
    assertThat(failure.getMessage())
        .endsWith(
            " in with the key of <server> git.example.com, ~/.ssh/id_ed25519, ~/.ssh/id_ecdsa (it"
                + " is encrypted, and no passphrase is set for it), ~/.ssh/id_rsa (it is no private"
                + " key of a form that is understood), the password of <server> git.example.com")
        .doesNotContain("hunter2");
    assertThat(host.heard)
        .hasSize(3)
        .first()
        .asString()
        .contains(TestKeys.fingerprint(key.getPublic()));
    assertThat(host.heard).filteredOn(said -> said.startsWith("password")).hasSize(1);
  }

  @Test
  void aWrongPassphraseIsSaidBeforeAnythingIsSent() throws Exception {
    String text = TestKeys.text(key, "right");
    credential =
        Optional.of(new Credential(SERVER, "", "", Optional.of(text), Optional.of("wr0ng")));
    AccessDenied failure = denied();
    assertThat(failure)
        .hasMessage("the private key of <server> git.example.com does not open with its passphrase")
        .hasNoCause();
    assertThat(failure.advice())
        .containsExactly(
            "correct the <passphrase> of <server> git.example.com",
            "test it with ssh-keygen -y -f and the file of the key");
    assertThat(host.heard).isEmpty();
  }

  @Test
  void aLockedKeyWantsItsPassphrase() throws Exception {
    credential(TestKeys.text(key, "right"), "");
    AccessDenied failure = denied();
    assertThat(failure)
        .hasMessage(
            "the private key of <server> git.example.com is encrypted, and no passphrase is set"
                + " for it");
    assertThat(failure.advice())
        .containsExactly("set the <passphrase> of <server> git.example.com");
  }

  @Test
  void aTextThatIsNoKeyIsNotShown() {
    credential("s3cret", "");
    AccessDenied failure = denied();
    assertThat(failure)
        .hasMessage(
            "the private key of <server> git.example.com is no private key of a form that is"
                + " understood");
    assertThat(failure.advice())
        .containsExactly(
            "name the file of the private key, not of the public one (.pub)",
            "convert it to the form of OpenSSH with ssh-keygen -p -f and the file");
  }

  @Test
  void theKeyOfTheCredentialLetsInBeforeAllOthers() throws Exception {
    host.authorized.add(key.getPublic());
    credential =
        Optional.of(
            new Credential(
                SERVER, "", "", Optional.of(TestKeys.text(key, "pass")), Optional.of("pass")));
    home.file("id_ed25519", TestKeys.text(TestKeys.ed25519()));
    open();
    assertThat(host.heard)
        .filteredOn(said -> !said.contains(TestKeys.fingerprint(key.getPublic())))
        .containsExactly("git-upload-pack '/a.git'");
  }

  @Test
  void aKeyOfRsaSignsWithSha2() throws Exception {
    KeyPair rsa = TestKeys.rsa();
    host.authorized.add(rsa.getPublic());
    home.file("id_rsa", TestKeys.text(rsa));
    open();
  }

  @Test
  void anEncryptedFileOpensWithThePassphraseOfTheCredential() throws Exception {
    host.authorized.add(key.getPublic());
    home.file("id_ed25519", TestKeys.text(key, "pass"));
    credential = Optional.of(new Credential(SERVER, "", "", Optional.empty(), Optional.of("pass")));
    open();
  }

  @Test
  void theFilesThatTheConfigurationNamesStandForTheUsualOnes() throws Exception {
    home.file("id_rsa", TestKeys.text(TestKeys.rsa()))
        .file("deploy", TestKeys.text(key))
        .file("config", "Host 127.*\n IdentityFile ~/.ssh/deploy\n");
    assertThat(denied().getMessage()).endsWith(" in with ~/.ssh/deploy");
    host.authorized.add(key.getPublic());
    open();
  }

  @Test
  void aPasswordComesLast() throws Exception {
    host.password = "hunter2";
    credential("", "hunter2");
    home.file("id_ed25519", TestKeys.text(key));
    open();
    assertThat(host.heard).element(1).isEqualTo("password of git");
  }

  private void credential(String privateKey, String password) {
    credential =
        Optional.of(
            new Credential(
                SERVER,
                "",
                password,
                Optional.of(privateKey).filter(text -> !text.isEmpty()),
                Optional.empty()));
  }

  private AccessDenied denied() {
    return catchThrowableOfType(AccessDenied.class, this::open);
  }

  private void open() throws Exception {
    SshTimeouts timeouts = new SshTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(60));
    SshConnections connections = new SshConnections(home.home(), InstantSource.system());
    try (SshConnection connection =
        connections.open(host.address("/a.git"), credential, timeouts)) {
      assertThat(connection.in().readAllBytes()).isEmpty();
    }
  }
}
