package io.github.sourceprovisioner.model;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a URI safe to show: what could be a secret becomes the word {@code redacted}, and what
 * could disturb a terminal or a log becomes visible (CVE-2022-29810, CVE-2024-31216).
 */
public final class Redaction {

  private static final String REDACTED = "redacted";

  /** What is longer is no URI that a host takes, and could keep the patterns busy for hours. */
  private static final int LONGEST = 16_384;

  /** Up to the last at sign before the path, since a careless password may hold one. */
  private static final Pattern USER_INFO = Pattern.compile("(://)([^/?#\\s]*)@");

  /**
   * A password with a slash, hash or question mark that should have been encoded. In OCI references
   * an at sign after a port is usual.
   */
  private static final Pattern BROKEN_USER_INFO =
      Pattern.compile("(?<!oci)(://)(?!\\[)([^/?#@\\s:]*):[^@\\s]*[/?#]\\S*@");

  /** Neither a port nor the end of user info that {@link #USER_INFO} knows. */
  private static final Pattern NO_PORT =
      Pattern.compile("(://[^/?#@\\s:\\[]*:)(?![0-9]{1,5}(?:[/?#\\s]|$))(?!redacted@)[^/?#@\\s]+");

  /** User info without a scheme, as in the scp form. A Maven type has an at sign, too. */
  private static final Pattern BARE_USER_INFO =
      Pattern.compile("(^|::)(?!mvn:)((?:[^@/?#\\s:]|:(?!:|//))++)@");

  private static final Pattern PARAMETER = Pattern.compile("([?&;#])([^=&;#?\\s]+)=([^&;#?\\s]*)");

  private static final Pattern NAMELESS = Pattern.compile("([?&;])([^=&;#?\\s]+)(?=[&;#]|$)");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  /** What a parameter may be called; a token in the place of a name is longer or has digits. */
  private static final Pattern PARAMETER_NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,15}|[A-Za-z][A-Za-z_.-]{0,31}");

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z._-]{0,15}");

  /** An at sign or a question mark in disguise: a URL with secrets may hide in the value. */
  private static final Pattern NESTED = Pattern.compile("%40|%3f|%3d", Pattern.CASE_INSENSITIVE);

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
          "snapshot",
          "rev",
          "submodules",
          "lfs",
          "aws_profile",
          "terraform-get");

  private Redaction() {}

  /**
   * The URI without passwords, tokens and keys. A user is shown only if it {@linkplain
   * #isPlainName(String) cannot be a token}; whatever is in doubt is hidden.
   *
   * @param uri any string, also one that is no URI; of an endless one only the length is shown
   */
  public static String redact(String uri) {
    if (uri.length() > LONGEST) {
      return REDACTED + " (" + uri.length() + " characters)";
    }
    String safe = replace(BROKEN_USER_INFO, uri, m -> m.group(1) + REDACTED + "@");
    safe = replace(USER_INFO, safe, m -> m.group(1) + user(m.group(2)));
    safe = replace(BARE_USER_INFO, safe, m -> m.group(1) + user(m.group(2)));
    safe = replace(NO_PORT, safe, m -> m.group(1) + REDACTED);
    safe = replace(PARAMETER, safe, m -> m.group(1) + parameter(m.group(2)) + "=" + value(m));
    safe = replace(NAMELESS, safe, m -> m.group(1) + REDACTED);
    return replace(
        CONTROL, safe, m -> String.format(Locale.ROOT, "\\u%04x", m.group().codePointAt(0)));
  }

  /**
   * Whether a user name can stand in the open: up to 16 lower-case letters, dots, dashes and
   * underscores. Tokens have digits or capitals, or are longer.
   */
  public static boolean isPlainName(String user) {
    return PLAIN_NAME.matcher(user).matches();
  }

  /** The name of a parameter, or a word in its place if it looks like anything but a name. */
  public static String parameter(String name) {
    return PARAMETER_NAME.matcher(name).matches() ? name : REDACTED;
  }

  private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
    return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(by.apply(m)));
  }

  private static String user(String userInfo) {
    int colon = userInfo.indexOf(':');
    String name = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String shown = name.isEmpty() || isPlainName(name) ? name : REDACTED;
    return shown + (colon < 0 ? "" : ":" + REDACTED) + "@";
  }

  private static String value(MatchResult match) {
    String name = match.group(2).toLowerCase(Locale.ROOT);
    String value = match.group(3);
    return HARMLESS.contains(name) && !NESTED.matcher(value).find() ? value : REDACTED;
  }
}
