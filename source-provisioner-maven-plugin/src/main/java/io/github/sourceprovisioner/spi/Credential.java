package io.github.sourceprovisioner.spi;

/**
 * A user name and a password or token for one host.
 *
 * @param id how messages name it: the id of a {@code <server>}, or "the URI"; never the secret
 * @param user may be empty
 * @param password the secret; may be empty
 */
public record Credential(String id, String user, String password) {

  /** Names the credential without showing it. */
  @Override
  public String toString() {
    return "credential of " + id;
  }
}
