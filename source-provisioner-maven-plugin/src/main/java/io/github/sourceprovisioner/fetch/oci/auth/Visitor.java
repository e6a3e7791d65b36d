package io.github.sourceprovisioner.fetch.oci.auth;

import java.util.List;
import java.util.Optional;

/**
 * Who we can be for a registry.
 *
 * @param login empty if nothing is configured
 * @param advice what keeps us from being more, as advice for a user who is refused
 */
public record Visitor(Optional<Login> login, List<String> advice) {

  /** Nobody. */
  public static final Visitor STRANGER = new Visitor(Optional.empty(), List.of());

  public Visitor {
    advice = List.copyOf(advice);
  }
}
