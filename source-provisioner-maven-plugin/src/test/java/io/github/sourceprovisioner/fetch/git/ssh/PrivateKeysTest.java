package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.fetch.git.ssh.PrivateKeys.Trouble;
import io.github.sourceprovisioner.fetch.git.ssh.PrivateKeys.Unusable;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {

  @BeforeAll
  static void install() {
    JdkKeys.install();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "PuTTY-User-Key-File-3: ssh-ed25519\nsecret",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nsecret",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----"
      })
  void whatIsNoKeyIsNamedSoWithoutShowingIt(String text) {
    Unusable failure = unusable(text, Optional.empty());
    assertThat(failure.trouble()).isEqualTo(Trouble.UNKNOWN);
    assertThat(failure).hasNoCause().hasMessageNotContaining("ecret");
  }

  @Test
  void aPublicKeyIsNoPrivateKey() throws Exception {
    String line = TestKeys.line(TestKeys.ed25519().getPublic());
    assertThat(unusable(line, Optional.empty()).trouble()).isEqualTo(Trouble.UNKNOWN);
  }

  @Test
  void anEncryptedKeyWantsItsPassphrase() throws Exception {
    String text = TestKeys.text(TestKeys.ed25519(), "open sesame");
    assertThat(unusable(text, Optional.empty()).trouble()).isEqualTo(Trouble.LOCKED);
    assertThat(unusable(text, Optional.of("wrong")).trouble()).isEqualTo(Trouble.WRONG_PASSPHRASE);
    assertThat(unusable(text, Optional.of("")).trouble()).isEqualTo(Trouble.WRONG_PASSPHRASE);
  }

  @Test
  void anEncryptedKeyOpensWithItsPassphrase() throws Exception {
    for (KeyPair key : new KeyPair[] {TestKeys.ed25519(), TestKeys.ecdsa(), TestKeys.rsa()}) {
      KeyPair read = PrivateKeys.read(TestKeys.text(key, "pass"), Optional.of("pass"));
      assertThat(read.getPublic()).isEqualTo(key.getPublic());
    }
  }

  @Test
  void aKeyInTheFormOfOpenSshIsRead() throws Exception {
    for (KeyPair key : new KeyPair[] {TestKeys.ed25519(), TestKeys.ecdsa(), TestKeys.rsa()}) {
      String indented = "\n  " + TestKeys.text(key) + "\r\n ";
      assertThat(PrivateKeys.read(indented, Optional.of("unused")).getPublic())
          .isEqualTo(key.getPublic());
    }
  }

  @Test
  void aKeyInPemIsRead() throws Exception {
    for (KeyPair key : new KeyPair[] {TestKeys.rsa(), TestKeys.ed25519()}) {
      String pem =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
              + "\n-----END PRIVATE KEY-----\n";
      assertThat(PrivateKeys.read(pem, Optional.empty()).getPublic()).isEqualTo(key.getPublic());
    }
  }

  private static Unusable unusable(String text, Optional<String> passphrase) {
    return catchThrowableOfType(Unusable.class, () -> PrivateKeys.read(text, passphrase));
  }
}
