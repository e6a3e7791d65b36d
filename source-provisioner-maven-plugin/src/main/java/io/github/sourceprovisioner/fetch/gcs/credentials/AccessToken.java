package io.github.sourceprovisioner.fetch.gcs.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Google's services take as proof.
 *
 * @param value the secret
 * @param origin how messages name it: {@code token of …}; never the secret
 * @param expires when it ends, if that is known
 */
public record AccessToken(String value, String origin, Optional<Instant> expires) {

  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

  /**
   * A token that can be sent.
   *
   * @throws AccessDenied if it has spaces or line breaks
   */
  public AccessToken {
    if (!SENDABLE.matcher(value).matches()) {
      throw new AccessDenied(
          Problem.of("the token of " + origin + " is empty, or has characters that cannot be sent")
              .advise("check it for line ends and spaces"));
    }
  }

  /** Names the token without showing it. */
  @Override
  public String toString() {
    return "token of " + origin;
  }
}
