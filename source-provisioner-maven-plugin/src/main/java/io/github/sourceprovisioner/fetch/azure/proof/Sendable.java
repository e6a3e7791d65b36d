package io.github.sourceprovisioner.fetch.azure.proof;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.util.regex.Pattern;

/** Secrets that can stand in a request. */
final class Sendable {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

  private Sendable() {}

  /**
   * Lets a secret pass.
   *
   * @param what how messages name it
   * @throws AccessDenied if it is empty, or has spaces or line breaks
   */
  static void check(String secret, String what) {
    if (!PRINTABLE.matcher(secret).matches()) {
      throw new AccessDenied(
          Problem.of("the " + what + " is empty, or has characters that cannot be sent")
              .advise("check it for line ends and spaces"));
    }
  }
}
