package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a registry sends us for a token. Trust does not sink on the way: over https only, unless
 * the registry itself is asked over http and the service is on this machine, or that is allowed.
 *
 * @param registry any URL of it
 * @param insecureAllowed whether plain {@code http} may leave this machine
 */
record Realm(URI registry, boolean insecureAllowed) {

  /**
   * The URL in a challenge.
   *
   * @throws AccessDenied if it is none that we ask
   */
  URI of(Challenge bearer) {
    return parse(bearer.parameter("realm").orElse(""))
        .filter(realm -> realm.getHost() != null && realm.getRawUserInfo() == null)
        .filter(realm -> realm.getRawFragment() == null && isTrusted(realm))
        .orElseThrow(this::refused);
  }

  private boolean isTrusted(URI realm) {
    if ("https".equalsIgnoreCase(realm.getScheme())) {
      return true;
    }
    return "http".equalsIgnoreCase(realm.getScheme())
        && "http".equalsIgnoreCase(registry.getScheme())
        && (insecureAllowed || Hosts.isLoopback(realm.getHost()));
  }

  private static Optional<URI> parse(String realm) {
    try {
      return Optional.of(new URI(realm));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private AccessDenied refused() {
    return new AccessDenied(
        Problem.of(registry.getHost() + " wants a token of a service that is not asked")
            .advise("tell whoever runs the registry that its realm has to be an https:// URL"));
  }
}
