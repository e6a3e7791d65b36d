package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The URL of a repository after the checks that come before any transport is opened: an allow-list
 * of schemes, no control characters (CVE-2020-5260, CVE-2024-50349), no host or user that starts
 * with a hyphen (CVE-2017-1000117), no plain text beyond this machine.
 *
 * @param text what is asked: the URL without user info, but for the user of {@code ssh}
 * @param scheme in lower case
 * @param host in lower case; empty for {@code file}
 * @param port -1 if the URL names none
 */
record GitUrl(String text, String scheme, String host, int port) {

  private static final Set<String> SCHEMES = Set.of("https", "http", "git", "file");
  private static final Set<String> SSH = Set.of("ssh", "git+ssh", "ssh+git");
  private static final Set<String> READABLE_ON_THE_WAY = Set.of("http", "git");
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x1f\\x7f]|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /**
   * Checks a URL: one that a user wrote, or one that a server redirects to.
   *
   * @param insecureAllowed whether plain {@code http} and {@code git} may leave this machine
   * @throws UnknownSource if nothing here speaks the scheme
   * @throws InvalidStack if the URL is malformed or not safe
   */
  static GitUrl of(String url, boolean insecureAllowed) {
    if (CONTROL.matcher(url).find()) {
      throw malformed("a control character in the URL of the repository");
    }
    String scheme = scheme(url);
    if (scheme.equals("file")) {
      return new GitUrl(url, scheme, "", -1);
    }
    GitUrl checked = withHost(url, scheme);
    if (READABLE_ON_THE_WAY.contains(scheme) && !insecureAllowed && !checked.isLoopback()) {
      throw new InvalidStack(
          Problem.of(scheme + ":// can be read and changed by anyone on the way")
              .advise("use https:// instead")
              .advise("-Dsource.allowInsecure=true if the network can be trusted"));
    }
    return checked;
  }

  boolean isFile() {
    return scheme.equals("file");
  }

  boolean isHttp() {
    return scheme.startsWith("http");
  }

  boolean isSsh() {
    return scheme.equals("ssh");
  }

  /** Host and port as users name servers. */
  String authority() {
    return port < 0 ? host : host + ":" + port;
  }

  private boolean isLoopback() {
    return LOOPBACK.matcher(host).matches();
  }

  private static String scheme(String url) {
    int end = url.indexOf("://");
    String scheme = end < 0 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
    if (SSH.contains(scheme)) {
      return "ssh";
    }
    if (!SCHEMES.contains(scheme)) {
      throw new UnknownSource(
          Problem.of("git repositories are not fetched over " + (end < 0 ? "this URL" : scheme))
              .advise(
                  "use an https:// or ssh:// URL, or file:// for a repository on this machine"));
    }
    return scheme;
  }

  private static GitUrl withHost(String url, String scheme) {
    URI uri = parse(url);
    String host = uri.getHost();
    String user = uri.getUserInfo();
    if (host == null || host.startsWith("-") || (user != null && user.startsWith("-"))) {
      throw malformed("no usable host in the URL of the repository");
    }
    String authority = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    String login = scheme.equals("ssh") && user != null ? uri.getRawUserInfo() + "@" : "";
    return new GitUrl(
        scheme + "://" + login + authority + path,
        scheme,
        host.toLowerCase(Locale.ROOT),
        uri.getPort());
  }

  private static URI parse(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw malformed("the URL of the repository is malformed");
    }
  }

  private static InvalidStack malformed(String message) {
    return new InvalidStack(
        Problem.of(message).advise("write it like https://host/owner/repository.git"));
  }
}
