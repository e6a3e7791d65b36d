package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.azure.proof.AccountKey;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.fetch.azure.proof.SharedAccess;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@code <server>} or the URI says. A password with {@code sig=} is a shared access
 * signature, whatever the user is. Beside a user, which is the name of the account, it is an
 * account key. Without a user it is an account key if it has the form of Azure's, 64 bytes in
 * Base64, else a token.
 */
record ConfiguredProof(Credential credential, Holder holder) {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{86}==");

  /**
   * What the credential proves.
   *
   * @throws AccessDenied if it is of another account, or of no form that is known
   */
  Proof read() {
    String password = credential.password();
    if (SharedAccess.isOne(password)) {
      return new SharedAccess(password, credential.id());
    }
    if (credential.user().isEmpty()) {
      return KEY.matcher(password).matches()
          ? new AccountKey(holder.account(), password, credential.id())
          : new BearerToken(password, credential.id(), Optional.empty());
    }
    if (!credential.user().equals(holder.account())) {
      throw new AccessDenied(
          Problem.of(
                  "the credential of %s is not for the account %s: its user name is another"
                      .formatted(credential.id(), holder.account()))
              .advise("give the name of the account as username and its key as password")
              .advise("leave out the username of a shared access signature or a token"));
    }
    return new AccountKey(holder.account(), password, credential.id());
  }
}
