package io.github.sourceprovisioner.spi;

import java.util.Optional;

/** What is configured on this machine for the way to a host. */
public interface Access {

  /** Nothing is configured. */
  Access NONE =
      new Access() {
        @Override
        public Optional<Credential> credential(String url, Optional<String> server) {
          return Optional.empty();
        }

        @Override
        public Optional<ProxyServer> proxy(String url) {
          return Optional.empty();
        }
      };

  /**
   * What to present to the host of a URL.
   *
   * @param server the id of the {@code <server>} that the source names; empty means that the URL
   *     decides
   * @throws io.github.sourceprovisioner.failure.AccessDenied if the source names one that is not
   *     configured
   */
  Optional<Credential> credential(String url, Optional<String> server);

  /** The proxy on the way to a URL; empty means the direct way. */
  Optional<ProxyServer> proxy(String url);

  /**
   * Whether programs may be run that the user's own configuration of another tool names for
   * credentials.
   */
  default boolean credentialProgramsAllowed() {
    return false;
  }
}
