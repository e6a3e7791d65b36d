package io.github.sourceprovisioner.spi;

import java.util.Optional;

/**
 * What proves to one host who is asking.
 *
 * @param id how messages name it: {@code <server> …}, a variable, a file, or "the URI"; never the
 *     secret
 * @param user may be empty; without a user, the password is a token that hosts take as {@code
 *     Bearer}
 * @param password the secret; may be empty
 * @param privateKey a private key for ssh as text, in the form of OpenSSH or PEM
 * @param passphrase what opens the private key
 */
public record Credential(
    String id,
    String user,
    String password,
    Optional<String> privateKey,
    Optional<String> passphrase) {

  /** A user name and a password or token. */
  public Credential(String id, String user, String password) {
    this(id, user, password, Optional.empty(), Optional.empty());
  }

  /** Names the credential without showing it. */
  @Override
  public String toString() {
    return "credential of " + id;
  }
}
