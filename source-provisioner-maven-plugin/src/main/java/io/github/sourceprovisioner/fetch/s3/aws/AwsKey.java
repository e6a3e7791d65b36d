package io.github.sourceprovisioner.fetch.s3.aws;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.Credential;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An access key: what requests are signed with.
 *
 * @param id the access key id
 * @param secret the secret access key
 * @param token the session token that belongs to a temporary key
 * @param origin how messages name it: {@code the profile dev}, {@code the variable …}; never the
 *     key
 * @param expires when a temporary key ends, if that is known
 */
public record AwsKey(
    String id, String secret, Optional<String> token, String origin, Optional<Instant> expires) {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

  /**
   * A key whose parts can be sent.
   *
   * @throws AccessDenied if they hold spaces, line breaks or nothing
   */
  public AwsKey {
    check(id, origin);
    check(secret, origin);
    token.ifPresent(text -> check(text, origin));
  }

  /** A key that does not end by itself, or whose end is not known. */
  public AwsKey(String id, String secret, Optional<String> token, String origin) {
    this(id, secret, token, origin, Optional.empty());
  }

  /**
   * The key of a configured credential: the user is the key id, the password is the secret, and
   * what follows a line break in it is the session token.
   *
   * @throws AccessDenied if it has no user, or nothing beside it
   */
  public static AwsKey of(Credential credential) {
    if (credential.user().isEmpty() || credential.password().isEmpty()) {
      throw new AccessDenied(
          Problem.of("the credential of " + credential.id() + " is no key of S3")
              .advise("give the access key id as username and the secret access key as password"));
    }
    String password = credential.password();
    int end = password.indexOf('\n');
    return new AwsKey(
        credential.user(),
        end < 0 ? password : password.substring(0, end),
        end < 0 ? Optional.empty() : Optional.of(password.substring(end + 1)),
        credential.id());
  }

  /** Whether the key can be used at a time. */
  public boolean isValidAt(Instant time) {
    return expires.map(time::isBefore).orElse(true);
  }

  /** Names the key without showing it. */
  @Override
  public String toString() {
    return "key of " + origin;
  }

  private static void check(String part, String origin) {
    if (!PRINTABLE.matcher(part).matches()) {
      throw new AccessDenied(
          Problem.of("the key of " + origin + " is empty, or has characters that cannot be sent")
              .advise("check it for line ends and spaces"));
    }
  }
}
