package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a credential is shown (RFC 7617, RFC 6750). A credential with a user is shown as {@code
 * Basic} and in no other way: a registry that offers {@code Bearer} alone wants a token of its own
 * making. A credential without a user is a token: {@code Bearer} where the host offers it, else
 * {@code Basic} with an empty user, as git hosts take it.
 */
final class Authorization {

  private static final Pattern BASIC = scheme("basic");
  private static final Pattern BEARER = scheme("bearer");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  private Authorization() {}

  /** The header for a host that has not asked yet; empty if only its question can tell how. */
  static Optional<String> unasked(Credential credential) {
    return credential.user().isEmpty() ? Optional.empty() : Optional.of(basic(credential));
  }

  /**
   * The header for a host that asked.
   *
   * @param challenges the values of {@code WWW-Authenticate}
   * @return empty if the host takes nothing that the credential can be shown as
   */
  static Optional<String> asked(Credential credential, List<String> challenges) {
    if (credential.user().isEmpty() && offers(challenges, BEARER)) {
      return Optional.of("Bearer " + token(credential));
    }
    return offers(challenges, BASIC) ? Optional.of(basic(credential)) : Optional.empty();
  }

  /** {@code Basic} with user and password. */
  static String basic(Credential credential) {
    String pair = credential.user() + ":" + credential.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** The JDK would show a token that it cannot send. */
  private static String token(Credential credential) {
    if (!TOKEN.matcher(credential.password()).matches()) {
      throw new AccessDenied(
          Problem.of("the token of " + credential.id() + " has characters that cannot be sent")
              .advise("check it for line ends and spaces"));
    }
    return credential.password();
  }

  private static boolean offers(List<String> challenges, Pattern scheme) {
    return challenges.stream().anyMatch(challenge -> scheme.matcher(challenge).find());
  }

  private static Pattern scheme(String name) {
    return Pattern.compile("(^|,)\\s*" + name + "(\\s|,|$)", Pattern.CASE_INSENSITIVE);
  }
}
