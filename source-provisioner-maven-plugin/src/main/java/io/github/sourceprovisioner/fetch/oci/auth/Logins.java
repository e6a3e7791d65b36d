package io.github.sourceprovisioner.fetch.oci.auth;

/** The logins that other programs have left on this machine. */
public interface Logins {

  /** Who we can be for a repository of a registry. */
  Visitor find(String registry, String repository);
}
