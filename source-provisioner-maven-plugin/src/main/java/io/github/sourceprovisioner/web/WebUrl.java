package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The checks that come before any connection: http and https only, no control characters
 * (CVE-2020-5260, CVE-2024-50349), no user info, no host that starts with a hyphen
 * (CVE-2017-1000117), no plain text beyond this machine.
 */
final class WebUrl {

  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x1f\\x7f]|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private WebUrl() {}

  /**
   * Lets a URL pass, whoever wrote it.
   *
   * @param insecureAllowed whether plain {@code http} may leave this machine
   * @throws UnknownSource if the scheme is neither http nor https
   * @throws InvalidStack if the URL is malformed or not safe
   */
  static void check(URI uri, boolean insecureAllowed) {
    objection(uri, insecureAllowed)
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  /** Why a URL may not be asked; empty if it may. */
  static Optional<ProvisioningException> objection(URI uri, boolean insecureAllowed) {
    if (CONTROL.matcher(uri.toString()).find()) {
      return malformed("a control character in the URL");
    }
    if (!isHttp(uri) && !isHttps(uri)) {
      return unknown(uri.getScheme() == null ? "this URL" : scheme(uri));
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of(
          new InvalidStack(
              Problem.of("a user or a password in the URL")
                  .advise("put them into a <server> of settings.xml")));
    }
    if (uri.getHost() == null || uri.getHost().startsWith("-")) {
      return malformed("no usable host in the URL");
    }
    return isHttp(uri) && !insecureAllowed && !isLoopback(uri) ? insecure() : Optional.empty();
  }

  static boolean isHttps(URI uri) {
    return scheme(uri).equals("https");
  }

  /** Whether nobody but the host can read what is sent to it. */
  static boolean isPrivate(URI uri) {
    return isHttps(uri) || isLoopback(uri);
  }

  /** Host and port as users name servers. */
  static String authority(URI uri) {
    String host = uri.getHost() == null ? "the host" : uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
  }

  private static boolean isHttp(URI uri) {
    return scheme(uri).equals("http");
  }

  private static boolean isLoopback(URI uri) {
    return uri.getHost() != null
        && LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static Optional<ProvisioningException> malformed(String message) {
    return Optional.of(
        new InvalidStack(Problem.of(message).advise("write it like https://host/path")));
  }

  private static Optional<ProvisioningException> unknown(String scheme) {
    return Optional.of(
        new UnknownSource(
            Problem.of("hosts are asked over http and https, not over " + scheme)
                .advise("use an https:// URL")));
  }

  private static Optional<ProvisioningException> insecure() {
    return Optional.of(
        new InvalidStack(
            Problem.of("http:// can be read and changed by anyone on the way")
                .advise("use https:// instead")
                .advise("-Dsource.allowInsecure=true if the network can be trusted")));
  }
}
