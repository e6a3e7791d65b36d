package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps back what stands where a secret should stand, but cannot be one. */
final class Secrets {

  /** What Maven leaves if it cannot decrypt: of Maven 3, and of Maven 4. */
  private static final Pattern ENCRYPTED =
      Pattern.compile("\\{(?:\\[[^\\]]*])?[A-Za-z0-9+/=]{16,}}");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(env\\.)?([A-Za-z0-9_.-]+)}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Secrets() {}

  /**
   * The value, if it can be shown to a host.
   *
   * @param what what it is: "the password of …"
   * @throws AccessDenied if it is still encrypted, a placeholder that nothing filled, or has a
   *     control character (CVE-2020-5260)
   */
  static String checked(String value, String what) {
    if (ENCRYPTED.matcher(value).find()) {
      throw new AccessDenied(
          Problem.of(what + " could not be decrypted")
              .advise("check the master password in ~/.m2/settings-security.xml")
              .advise("encrypt it again with mvn --encrypt-password"));
    }
    Matcher placeholder = PLACEHOLDER.matcher(value);
    if (placeholder.matches()) {
      String kind = placeholder.group(1) == null ? "define the property " : "set the variable ";
      throw new AccessDenied(
          Problem.of(what + " is " + value + ", which nothing defines")
              .advise(kind + placeholder.group(2)));
    }
    if (CONTROL.matcher(value).find()) {
      throw new AccessDenied(
          Problem.of(what + " holds a line break or another control character")
              .advise("write it in one line, with nothing before and after it"));
    }
    return value;
  }
}
