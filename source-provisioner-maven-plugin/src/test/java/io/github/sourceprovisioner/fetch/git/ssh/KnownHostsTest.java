package io.github.sourceprovisioner.fetch.git.ssh;

import static io.github.sourceprovisioner.fetch.git.ssh.KnownHosts.Verdict.CHANGED;
import static io.github.sourceprovisioner.fetch.git.ssh.KnownHosts.Verdict.REVOKED;
import static io.github.sourceprovisioner.fetch.git.ssh.KnownHosts.Verdict.TRUSTED;
import static io.github.sourceprovisioner.fetch.git.ssh.KnownHosts.Verdict.UNKNOWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {

  private Path directory;
  private PublicKey key;
  private PublicKey other;

  @BeforeEach
  void keys(@TempDir Path empty) throws Exception {
    directory = empty;
    key = TestKeys.ed25519().getPublic();
    other = TestKeys.ecdsa().getPublic();
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithAdvice() {
    AccessDenied failure =
        catchThrowableOfType(AccessDenied.class, () -> KnownHosts.read(List.of(directory)));
    assertThat(failure).hasMessage("the known hosts in " + directory + " cannot be read");
    assertThat(failure.advice()).containsExactly("make it a file that you may read");
  }

  @Test
  void brokenLinesSayNothing() throws Exception {
    String line = TestKeys.line(key);
    KnownHosts hosts =
        read("h", "h ssh-ed25519", "h ssh-ed25519 !!!", "|1|x h", "# h " + line, "@odd h " + line);
    assertThat(hosts.judge("h", 22, key)).isEqualTo(UNKNOWN);
    assertThat(hosts.types("h", 22)).isEmpty();
  }

  @Test
  void aHostIsKnownByItsNameAndPort() throws Exception {
    KnownHosts hosts =
        read(
            "a,b.example.com " + TestKeys.line(key) + " comment", "[c]:2222 " + TestKeys.line(key));
    assertThat(hosts.judge("B.example.com", 22, key)).isEqualTo(TRUSTED);
    assertThat(hosts.judge("a", 2222, key)).isEqualTo(UNKNOWN);
    assertThat(hosts.judge("c", 2222, key)).isEqualTo(TRUSTED);
    assertThat(hosts.judge("c", 22, key)).isEqualTo(UNKNOWN);
    assertThat(hosts.types("a", 22)).isEqualTo(Set.of("ssh-ed25519"));
  }

  @Test
  void aHashedNameIsFound() throws Exception {
    KnownHosts hosts =
        read(hashed("h") + " " + TestKeys.line(key), hashed("[p]:99") + " " + TestKeys.line(key));
    assertThat(hosts.judge("h", 22, key)).isEqualTo(TRUSTED);
    assertThat(hosts.judge("p", 99, key)).isEqualTo(TRUSTED);
    assertThat(hosts.judge("p", 22, key)).isEqualTo(UNKNOWN);
  }

  @Test
  void anotherKeyOfAKnownHostIsAChange() throws Exception {
    KnownHosts hosts = read("h " + TestKeys.line(key));
    assertThat(hosts.judge("h", 22, other)).isEqualTo(CHANGED);
    assertThat(hosts.judge("i", 22, other)).isEqualTo(UNKNOWN);
  }

  @Test
  void oneOfSeveralKeysIsEnough() throws Exception {
    KnownHosts hosts = read("h " + TestKeys.line(other), "h " + TestKeys.line(key));
    assertThat(hosts.judge("h", 22, key)).isEqualTo(TRUSTED);
  }

  @Test
  void aRevokedKeyIsNeverTrusted() throws Exception {
    KnownHosts hosts = read("h " + TestKeys.line(key), "@revoked * " + TestKeys.line(key));
    assertThat(hosts.judge("h", 22, key)).isEqualTo(REVOKED);
  }

  @Test
  void aCertificateIsTrustedByItsAuthorityAlone() throws Exception {
    OpenSshCertificate certificate =
        TestKeys.certificate(TestKeys.ed25519(), TestKeys.ed25519(), "h");
    String authority = TestKeys.line(certificate.getCaPubKey());
    assertThat(read("h " + authority).judge("h", 22, certificate)).isEqualTo(UNKNOWN);
    KnownHosts hosts = read("@cert-authority *.x,h " + authority);
    assertThat(hosts.judge("h", 22, certificate)).isEqualTo(TRUSTED);
    assertThat(hosts.hasAuthority("h", 22)).isTrue();
    assertThat(hosts.judge("i", 22, certificate)).isEqualTo(UNKNOWN);
    assertThat(hosts.judge("h", 22, certificate.getCaPubKey())).isEqualTo(UNKNOWN);
  }

  @Test
  void aCertificateOfARevokedKeyIsRevoked() throws Exception {
    OpenSshCertificate certificate =
        TestKeys.certificate(TestKeys.ed25519(), TestKeys.ed25519(), "h");
    String trust = "@cert-authority h " + TestKeys.line(certificate.getCaPubKey());
    String key = TestKeys.line(certificate.getCertPubKey());
    assertThat(read(trust, "@revoked h " + key).judge("h", 22, certificate)).isEqualTo(REVOKED);
  }

  private KnownHosts read(String... lines) throws Exception {
    Path file = directory.resolve("known_hosts");
    Files.write(file, List.of(lines));
    return KnownHosts.read(List.of(file, directory.resolve("none")));
  }

  /** As sshd(8) says: HMAC-SHA1 of the name with a salt as the key. */
  private static String hashed(String name) throws Exception {
    byte[] salt = "twenty bytes of salt".getBytes(UTF_8);
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(salt, "HmacSHA1"));
    Base64.Encoder base64 = Base64.getEncoder();
    return "|1|"
        + base64.encodeToString(salt)
        + "|"
        + base64.encodeToString(mac.doFinal(name.getBytes(UTF_8)));
  }
}
