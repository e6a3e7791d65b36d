package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.spi.FetchContext;

/** The logins that other programs have left on this machine. */
public interface Logins {

  /**
   * Who we can be for a repository of a registry.
   *
   * @param context says whether programs may be asked, and for how long
   */
  Visitor find(String registry, String repository, FetchContext context)
      throws InterruptedException;
}
