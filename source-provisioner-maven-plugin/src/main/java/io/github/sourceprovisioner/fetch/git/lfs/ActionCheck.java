package io.github.sourceprovisioner.fetch.git.lfs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks what a server says about a download as strictly as what a user writes: trust does not fall
 * on the way, and nothing in a header can change the request that it travels with.
 */
final class ActionCheck {

  private static final int MOST_HEADERS = 20;
  private static final int LONGEST = 8192;

  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x20\\x7f]|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /** They belong to the connection; some servers name them without need. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final LfsEndpoint endpoint;
  private final boolean insecureAllowed;

  ActionCheck(LfsEndpoint endpoint, boolean insecureAllowed) {
    this.endpoint = endpoint;
    this.insecureAllowed = insecureAllowed;
  }

  /**
   * The URL of a download.
   *
   * @throws IllegalArgumentException if it is not to be asked; the message says why, without the
   *     URL, which may hold a secret
   */
  URI href(String text) {
    if (text.length() > LONGEST || CONTROL.matcher(text).find()) {
      throw new IllegalArgumentException("a URL that is too long or holds a control character");
    }
    URI uri = parse(text);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null || host.startsWith("-") || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a URL without a usable host, or with a user");
    }
    if (uri.getRawFragment() != null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("a URL that is neither https nor http");
    }
    boolean here = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    if (scheme.equals("http") && !insecureAllowed && (endpoint.isPrivate() || !here)) {
      throw new IllegalArgumentException("http://, which anyone on the way can read and change");
    }
    return uri;
  }

  /**
   * The headers of a download, without those that the connection sets itself.
   *
   * @throws IllegalArgumentException if they are not well-formed (git-lfs CVE-2024-53263: a line
   *     end in what becomes part of a request)
   */
  Map<String, String> headers(Map<?, ?> headers) {
    Map<String, String> checked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> put(checked, String.valueOf(name), value));
    if (checked.size() > MOST_HEADERS) {
      throw new IllegalArgumentException("more than " + MOST_HEADERS + " headers");
    }
    return checked;
  }

  private static void put(Map<String, String> checked, String name, Object value) {
    boolean sound =
        NAME.matcher(name).matches()
            && value instanceof String text
            && text.length() <= LONGEST
            && VALUE.matcher(text).matches();
    if (!sound || name.regionMatches(true, 0, "Proxy-", 0, 6)) {
      throw new IllegalArgumentException("a header that is not well-formed");
    }
    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      checked.put(name, (String) value);
    }
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a malformed URL");
    }
  }
}
