package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostHashValue;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * Lets nobody but a known host pass. There is no way to switch it off and no trust on first use,
 * since a build has nobody to ask.
 */
final class HostKeyCheck implements ServerKeyVerifier {

  private final KnownHosts known;
  private final Login login;
  private volatile Optional<ProvisioningException> refusal = Optional.empty();

  HostKeyCheck(KnownHosts known, Login login) {
    this.known = known;
    this.login = login;
  }

  /** Why the host was not let in, if it was not. */
  Optional<ProvisioningException> refusal() {
    return refusal;
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    Optional<ProvisioningException> failure =
        switch (known.judge(login.host(), login.port(), key)) {
          case TRUSTED -> Optional.empty();
          case UNKNOWN -> Optional.of(unknown(key));
          case CHANGED -> Optional.of(changed(key));
          case REVOKED -> Optional.of(revoked(key));
        };
    refusal = failure;
    return failure.isEmpty();
  }

  private AccessDenied unknown(PublicKey key) {
    Problem problem =
        Problem.of("the host key of " + login.place() + " is not known: " + shown(key))
            .advise(
                "compare the fingerprint with what the owner of the host publishes; if it is the"
                    + " same, connect once with ssh "
                    + login.commandLine());
    if (key instanceof OpenSshCertificate) {
      return new AccessDenied(problem);
    }
    return new AccessDenied(
        problem.advise("or add this line to ~/.ssh/known_hosts: " + name() + " " + line(key)));
  }

  private IntegrityMismatch changed(PublicKey key) {
    return new IntegrityMismatch(
        Problem.of(
                "the host key of "
                    + login.place()
                    + " changed to "
                    + shown(key)
                    + ": somebody may be in between")
            .advise("ask the owner of the host whether it has a new key, and for its fingerprint")
            .advise("only then take the old one away with ssh-keygen -R '" + name() + "'"));
  }

  private IntegrityMismatch revoked(PublicKey key) {
    return new IntegrityMismatch(
        Problem.of("the host key of " + login.place() + " is revoked: " + shown(key))
            .advise("ask the owner of the host for its new key")
            .advise("look at the line that begins with @revoked in ~/.ssh/known_hosts"));
  }

  private String name() {
    return KnownHostHashValue.createHostPattern(login.host(), login.port());
  }

  private static String shown(PublicKey key) {
    PublicKey said = key instanceof OpenSshCertificate signed ? signed.getCaPubKey() : key;
    String role = key instanceof OpenSshCertificate ? "a certificate by " : "";
    return role
        + KeyUtils.getKeyType(said)
        + " "
        + KeyUtils.getFingerPrint(BuiltinDigests.sha256, said);
  }

  private static String line(PublicKey key) {
    return PublicKeyEntry.toString(key);
  }
}
