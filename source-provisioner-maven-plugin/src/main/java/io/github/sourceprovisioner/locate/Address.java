package io.github.sourceprovisioner.locate;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A URL with an authority, checked.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port empty if it is the default of the scheme
 * @param path with its leading slash, as written; may be empty
 */
record Address(String scheme, UserInfo userInfo, String host, OptionalInt port, String path) {

  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("http", 80, "https", 443, "ssh", 22, "git", 9418, "oci", 443);

  /**
   * Reads {@code scheme://user:password@host:port/path}.
   *
   * @param allowed the schemes that may be asked; any other is refused
   */
  static Address of(String place, Set<String> allowed, Refusals refusals) {
    int colon = place.indexOf("://");
    String scheme = colon < 0 ? "" : place.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!allowed.contains(scheme)) {
      throw refusals.invalid(
          "a place that is no URL with one of the schemes "
              + String.join(", ", new TreeSet<>(allowed)),
          "write the URL in full, or another type");
    }
    if (place.indexOf('\\') >= 0) {
      throw refusals.invalid("a backslash", "separate the parts of a URL with '/'");
    }
    String rest = place.substring(colon + 3);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    int at = authority.lastIndexOf('@');
    String hostAndPort = authority.substring(at + 1);
    int port = portAt(hostAndPort);
    return new Address(
        scheme,
        at < 0 ? UserInfo.NONE : UserInfo.of(authority.substring(0, at), refusals),
        HostName.check(hostAndPort.substring(0, port), refusals),
        port(hostAndPort.substring(port), scheme, refusals),
        slash < 0 ? "" : rest.substring(slash));
  }

  private static int portAt(String hostAndPort) {
    int colon = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
    return colon < 0 ? hostAndPort.length() : colon;
  }

  /** What is wrong is not shown: it may be the rest of a password. */
  private static OptionalInt port(String written, String scheme, Refusals refusals) {
    if (written.isEmpty() || written.equals(":")) {
      return OptionalInt.empty();
    }
    if (!written.matches(":[0-9]{1,5}") || Integer.parseInt(written.substring(1)) > 65535) {
      throw refusals.invalid(
          "a port that is no number up to 65535",
          scheme.equals("ssh")
              ? "write ssh://user@host/path, or user@host:path without ssh://"
              : "write host:port, and %2F for a slash in a password");
    }
    int port = Integer.parseInt(written.substring(1));
    boolean usual = Integer.valueOf(port).equals(DEFAULT_PORTS.get(scheme));
    return usual ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** Host and port, as they stand in a URL. */
  String hostAndPort() {
    return host + (port.isPresent() ? ":" + port.getAsInt() : "");
  }

  /** Whether nobody on the way can read or change what is sent. */
  boolean isSecure() {
    return !scheme.equals("http") && !scheme.equals("git");
  }

  /** The URL without user info. */
  @Override
  public String toString() {
    return scheme + "://" + hostAndPort() + path;
  }
}
