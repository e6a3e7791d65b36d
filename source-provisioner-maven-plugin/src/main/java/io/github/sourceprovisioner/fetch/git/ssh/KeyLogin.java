package io.github.sourceprovisioner.fetch.git.ssh;

import java.util.Iterator;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.signature.SignatureFactoriesManager;

/** Logs in with the keys of {@link Identities}, in their order and with nothing else. */
final class KeyLogin extends UserAuthPublicKeyFactory {

  private final Identities identities;
  private final Attempts attempts;

  KeyLogin(Identities identities, Attempts attempts) {
    super(Algorithms.ofUsers());
    this.identities = identities;
    this.attempts = attempts;
  }

  @Override
  public UserAuthPublicKey createUserAuth(ClientSession session) {
    return new UserAuthPublicKey(getSignatureFactories()) {
      @Override
      protected Iterator<PublicKeyIdentity> createPublicKeyIterator(
          ClientSession opened, SignatureFactoriesManager how) {
        return identities.offer(how, attempts);
      }
    };
  }
}
