package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.spi.Credential;

/**
 * What proves to a registry who is asking.
 *
 * @param credential a user and a password, or a password alone
 * @param kind what the password is
 */
public record Login(Credential credential, Kind kind) {

  /** What a password is. */
  public enum Kind {
    /** A password, or a token that is taken in its place. */
    PASSWORD,
    /** What Docker calls an identity token: it buys tokens, and is shown to nobody else. */
    IDENTITY_TOKEN
  }

  /** A user and a password. */
  public static Login password(Credential credential) {
    return new Login(credential, Kind.PASSWORD);
  }

  /** How messages name it; no secret. */
  public String id() {
    return credential.id();
  }
}
