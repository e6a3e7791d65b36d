package io.github.sourceprovisioner.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a URI safe to show: what could be a secret becomes the word {@code redacted}. */
public final class Redaction {

  private static final String REDACTED = "redacted";

  /** Up to the last at sign before the path, since a careless password may hold one. */
  private static final Pattern USER_INFO = Pattern.compile("(://)([^/?#]*)@");

  private static final Pattern PARAMETER = Pattern.compile("([?&;#])([^=&;#]+)=([^&;#]*)");

  /**
   * The parameters whose values say nothing that must stay hidden. Every other value is redacted.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "ref",
          "depth",
          "archive",
          "checksum",
          "filename",
          "region",
          "version",
          "versionid",
          "rev",
          "submodules",
          "lfs",
          "terraform-get");

  private Redaction() {}

  /**
   * The URI without passwords, tokens and keys. A user name alone is kept only where it cannot be a
   * token: {@code git} and names before a password; {@code token@host} is hidden.
   *
   * @param uri any string, also one that is no URI
   */
  public static String redact(String uri) {
    Matcher userInfo = USER_INFO.matcher(uri);
    String safe = userInfo.replaceAll(m -> Matcher.quoteReplacement(m.group(1) + user(m.group(2))));
    return PARAMETER
        .matcher(safe)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + m.group(2) + "=" + value(m)));
  }

  private static String user(String userInfo) {
    int colon = userInfo.indexOf(':');
    if (colon >= 0) {
      return userInfo.substring(0, colon) + ":" + REDACTED + "@";
    }
    return userInfo.length() > 16 ? REDACTED + "@" : userInfo + "@";
  }

  private static String value(java.util.regex.MatchResult match) {
    String name = match.group(2).toLowerCase(Locale.ROOT);
    return HARMLESS.contains(name) ? match.group(3) : REDACTED;
  }
}
