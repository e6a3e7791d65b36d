package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import java.util.Set;

/** The {@code aws_…} parameters of go-getter. */
final class AwsKeys {

  static final String PROFILE = "aws_profile";

  private static final String ID = "aws_access_key_id";
  private static final String SECRET = "aws_access_key_secret";
  private static final String TOKEN = "aws_access_token";

  static final Set<String> PARAMETERS = Set.of(ID, SECRET, TOKEN, PROFILE);

  private AwsKeys() {}

  /**
   * The key id as user, the secret as password, followed by a line break and the session token if
   * there is one; empty if the URI names no key.
   */
  static Optional<Credential> of(Reading reading) {
    Query query = reading.query();
    Optional<String> id = query.value(ID);
    Optional<String> secret = query.value(SECRET);
    Optional<String> token = query.value(TOKEN);
    if (id.isEmpty() && secret.isEmpty() && token.isEmpty()) {
      return Optional.empty();
    }
    if (id.isEmpty() || secret.isEmpty()) {
      throw reading.invalid(
          "one half of a key", "give both " + ID + " and " + SECRET + ", or neither");
    }
    String password = secret.get() + token.map(t -> "\n" + t).orElse("");
    return Optional.of(new Credential(InlineCredentials.ID, id.get(), password));
  }
}
