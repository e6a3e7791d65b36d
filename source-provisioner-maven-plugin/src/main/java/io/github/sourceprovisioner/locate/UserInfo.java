package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.Redaction;
import java.util.Optional;

/**
 * What stands before the at sign, decoded.
 *
 * @param user may be empty
 * @param password present, perhaps empty, if there is a colon
 */
record UserInfo(String user, Optional<String> password) {

  static final UserInfo NONE = new UserInfo("", Optional.empty());

  /** Reads {@code user:password}. */
  static UserInfo of(String written, Refusals refusals) {
    int colon = written.indexOf(':');
    String user = Percent.decode(colon < 0 ? written : written.substring(0, colon), refusals);
    if (user.startsWith("-")) {
      throw refusals.invalid("a user that starts with '-'", "write the name of the user");
    }
    return new UserInfo(
        user,
        colon < 0
            ? Optional.empty()
            : Optional.of(Percent.decode(written.substring(colon + 1), refusals)));
  }

  /** Whether the user alone could be a token. */
  boolean hasSecret() {
    return password.isPresent() || (!user.isEmpty() && !Redaction.isPlainName(user));
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "user info";
  }
}
