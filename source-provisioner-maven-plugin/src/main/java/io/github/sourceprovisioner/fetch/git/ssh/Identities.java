package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.Credential;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.sshd.client.auth.pubkey.KeyPairIdentity;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.signature.SignatureFactoriesManager;

/**
 * The keys for one login, in the order in which they are presented: the credential's own, those of
 * the agent, those in files. Each is looked up only when the ones before it were refused.
 */
final class Identities {

  private final Optional<Credential> credential;
  private final Optional<KeyPair> own;
  private final AgentKeys agent;
  private final KeyFiles files;

  /**
   * Reads the key of the credential, if there is one.
   *
   * @throws AccessDenied if it cannot be used
   */
  Identities(Optional<Credential> credential, AgentKeys agent, KeyFiles files) {
    this.credential = credential;
    this.own = credential.flatMap(Identities::key);
    this.agent = agent;
    this.files = files;
  }

  /** What to present; whatever is taken from it counts as an attempt. */
  Iterator<PublicKeyIdentity> offer(SignatureFactoriesManager how, Attempts attempts) {
    Stream<Supplier<Stream<PublicKeyIdentity>>> groups =
        Stream.of(
            () -> own.stream().peek(key -> attempts.add(ownName())).map(key -> identity(how, key)),
            () -> agent.offer(attempts),
            () -> files.offer(attempts).map(key -> identity(how, key)));
    return groups.flatMap(Supplier::get).iterator();
  }

  /** The passwords to present after the keys: the credential's, or none. */
  Iterable<String> passwords(Attempts attempts) {
    return credential
        .filter(known -> !known.password().isEmpty())
        .map(
            known -> {
              attempts.add("the password of " + known.id());
              return List.of(known.password());
            })
        .orElse(List.of());
  }

  private String ownName() {
    return "the key of " + credential.map(Credential::id).orElse("");
  }

  private static PublicKeyIdentity identity(SignatureFactoriesManager how, KeyPair key) {
    return new KeyPairIdentity(how, null, key);
  }

  private static Optional<KeyPair> key(Credential credential) {
    if (credential.privateKey().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PrivateKeys.read(credential.privateKey().get(), credential.passphrase()));
    } catch (PrivateKeys.Unusable unusable) {
      throw refused(credential.id(), unusable.trouble());
    }
  }

  private static AccessDenied refused(String id, PrivateKeys.Trouble trouble) {
    Problem problem = Problem.of("the private key of " + id + " " + trouble.words());
    return new AccessDenied(
        switch (trouble) {
          case LOCKED -> problem.advise("set the <passphrase> of " + id);
          case WRONG_PASSPHRASE ->
              problem
                  .advise("correct the <passphrase> of " + id)
                  .advise("test it with ssh-keygen -y -f and the file of the key");
          case UNKNOWN ->
              problem
                  .advise("name the file of the private key, not of the public one (.pub)")
                  .advise("convert it to the form of OpenSSH with ssh-keygen -p -f and the file");
        });
  }
}
