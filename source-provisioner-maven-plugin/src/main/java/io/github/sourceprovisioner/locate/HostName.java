package io.github.sourceprovisioner.locate;

import java.util.Locale;
import java.util.regex.Pattern;

/** A host that can be asked: a name, an IPv4 address, or an IPv6 address in brackets. */
final class HostName {

  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
  private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  /** RFC 1035, section 2.3.4, as text. */
  private static final int LONGEST = 253;

  private HostName() {}

  /**
   * The host in lower case.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if no resolver should ever see it; a
   *     leading dash would become an option of ssh (CVE-2017-1000117)
   */
  static String check(String written, Refusals refusals) {
    String host = written.toLowerCase(Locale.ROOT);
    if (host.isEmpty()) {
      throw refusals.invalid("no host", "write scheme://host/path");
    }
    if (host.length() > LONGEST) {
      throw refusals.invalid("a host of more than 253 characters", "write the name of the host");
    }
    if (host.startsWith("-")) {
      throw refusals.invalid("a host that starts with '-'", "write the name of the host");
    }
    if (!NAME.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      throw refusals.invalid(
          "a host that is no host name",
          "use letters, digits, '-' and '.'; write other alphabets in their xn-- form");
    }
    return host;
  }

  /** Whether the host is a number, which has no labels to turn around. */
  static boolean isAddress(String host) {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }
}
