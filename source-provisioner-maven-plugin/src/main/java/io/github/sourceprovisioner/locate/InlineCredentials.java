package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.Credential;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets that stand in a URI itself. A location never holds them. */
public final class InlineCredentials {

  /** How messages name such a credential. */
  static final String ID = "the URI";

  /** The user of a credential whose password is a part of a query: no URI has such a user. */
  static final String QUERY = "?";

  private InlineCredentials() {}

  /**
   * The credential that the URI holds; empty if it holds none. Its id is "the URI", and it is one
   * of
   *
   * <ul>
   *   <li>the user and the password before the host; a token alone is a user without a password;
   *   <li>{@code sshkey}: the user of the URL, and the private key as text;
   *   <li>{@code aws_…}: the key id, and the secret, followed by a line break and the session token
   *       if there is one;
   *   <li>the signature of a presigned URL: the user {@code ?}, and the hidden part of the query,
   *       still encoded, for {@code http} and {@code azure} locations to add to their URL.
   * </ul>
   *
   * <p>A plain user name without a password is no credential.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if it holds two
   */
  public static Optional<Credential> of(SourceSpec spec) {
    UriParts parts = UriParts.of(spec.uri());
    Optional<String> scheme = Detection.scheme(spec, parts);
    Stream<Credential> inQuery =
        scheme.map(s -> inQuery(s, Reading.of(spec, parts))).orElse(Optional.empty()).stream();
    List<Credential> all = Stream.concat(inQuery, userInfo(spec, parts).stream()).toList();
    if (all.size() > 1) {
      throw new Refusals(spec)
          .invalid("two credentials", "keep one, best in a <server> of the settings");
    }
    return all.stream().findFirst();
  }

  private static Optional<Credential> inQuery(String scheme, Reading reading) {
    return switch (scheme) {
      case Schemes.GIT -> SshKey.of(reading);
      case Schemes.S3 -> AwsKeys.of(reading);
      case Schemes.AZURE -> SharedAccess.of(reading);
      case Schemes.HTTP ->
          Optional.of(ServerQuery.of(reading).secret())
              .filter(secret -> !secret.isEmpty())
              .map(secret -> new Credential(ID, QUERY, secret));
      default -> Optional.empty();
    };
  }

  /** Where ssh asks for a user, the user alone is no secret. */
  private static Optional<Credential> userInfo(SourceSpec spec, UriParts parts) {
    String place = parts.place();
    int start = place.indexOf("://") + 3;
    int slash = place.indexOf('/', start);
    String authority = place.substring(start, slash < 0 ? place.length() : slash);
    if (!parts.isUrl() || !authority.contains("@")) {
      return Optional.empty();
    }
    UserInfo info =
        UserInfo.of(authority.substring(0, authority.lastIndexOf('@')), new Refusals(spec));
    boolean ssh = place.toLowerCase(Locale.ROOT).startsWith("ssh://");
    boolean secret = ssh ? info.password().isPresent() : info.hasSecret();
    return secret
        ? Optional.of(new Credential(ID, info.user(), info.password().orElse("")))
        : Optional.empty();
  }
}
