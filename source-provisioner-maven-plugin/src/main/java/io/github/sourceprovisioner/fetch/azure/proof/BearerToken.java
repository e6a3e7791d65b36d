package io.github.sourceprovisioner.fetch.azure.proof;

import io.github.sourceprovisioner.web.WebRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token of Entra ID (RFC 6750).
 *
 * @param value the secret
 * @param origin how messages name it: {@code the variable …}; never the secret
 * @param expires when it ends, if that is known
 */
public record BearerToken(String value, String origin, Optional<Instant> expires) implements Proof {

  /**
   * A token that can be sent.
   *
   * @throws io.github.sourceprovisioner.failure.AccessDenied if it cannot
   */
  public BearerToken {
    Sendable.check(value, "token of " + origin);
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public WebRequest signed(WebRequest request) {
    return request.with("Authorization", "Bearer " + value);
  }

  /** Names the token without showing it. */
  @Override
  public String toString() {
    return "token of " + origin;
  }
}
