package io.github.sourceprovisioner.fetch.git.modules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code url} of an entry means. It is the answer of a server, so it is checked as
 * strictly as what a user writes, and trust never falls on the way (source URIs, rule 6): a file
 * only for a parent on this machine (CVE-2022-39253), plain text only where it is allowed or where
 * the parent already came that way.
 */
final class SubmoduleUrl {

  private static final int LONGEST = 2000;
  private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "git");
  private static final Set<String> READABLE_ON_THE_WAY = Set.of("http", "git");

  private static final Pattern TRANSPORT_HELPER = Pattern.compile("[A-Za-z0-9+.-]*::.*");
  private static final Pattern DISGUISED =
      Pattern.compile("%([01][0-9a-f]|7f|2f|5c)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLIMBING =
      Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCP = Pattern.compile("(?:([^@/:]+)@)?([^@/:]{2,}):/*([^/-].*)");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private final String parent;
  private final String written;
  private final boolean insecureAllowed;

  private SubmoduleUrl(String parent, String written, boolean insecureAllowed) {
    this.parent = parent;
    this.written = written;
    this.insecureAllowed = insecureAllowed;
  }

  /**
   * The URL to ask.
   *
   * @param parent the URL of the repository that holds the entry, in the form of a location
   * @param written what the entry says
   * @param insecureAllowed whether plain {@code http} and {@code git} may leave this machine
   * @return an absolute URL without user info (but for the user of {@code ssh}), query, fragment or
   *     slash at the end
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it is refused
   */
  static String resolve(String parent, String written, boolean insecureAllowed) {
    SubmoduleUrl url = new SubmoduleUrl(parent, written, insecureAllowed);
    url.checkText();
    return url.checked(ParentUrl.trim(url.absolute()));
  }

  private void checkText() {
    if (written.isEmpty() || written.length() > LONGEST) {
      throw refused("it is empty or too long");
    }
    if (Hostile.hasControl(written) || DISGUISED.matcher(written).find()) {
      throw refused("it holds a control character or an encoded separator");
    }
    if (written.startsWith("-") || TRANSPORT_HELPER.matcher(written).matches()) {
      throw refused("it names an option or a program, not a place");
    }
    if (written.indexOf('\\') >= 0 || written.indexOf('?') >= 0 || written.indexOf('#') >= 0) {
      throw refused("it holds a backslash, a query or a fragment");
    }
  }

  private String absolute() {
    if (written.startsWith("./") || written.startsWith("../")) {
      return ParentUrl.join(parent, written)
          .orElseThrow(() -> refused("it leads above the root of the host"));
    }
    if (written.contains("://")) {
      return written;
    }
    if (written.startsWith("/") && isLocal(parent)) {
      return "file://" + written;
    }
    Matcher scp = SCP.matcher(written);
    if (!scp.matches()) {
      throw refused("it is neither a URL nor relative to the parent");
    }
    String user = Optional.ofNullable(scp.group(1)).map(name -> name + "@").orElse("");
    return "ssh://" + user + scp.group(2) + "/" + scp.group(3);
  }

  private String checked(String absolute) {
    URI uri = parse(absolute);
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String path = Optional.ofNullable(uri.getRawPath()).orElse("");
    if (CLIMBING.matcher(path).find() || path.isEmpty() || path.equals("/")) {
      throw refused("its path names no repository");
    }
    if (scheme.equals("file")) {
      return file(uri, path);
    }
    if (!SCHEMES.contains(scheme)) {
      throw refused("only https, http, ssh and git lead to a submodule");
    }
    String host = host(uri);
    String user = user(uri, scheme);
    refuseLessTrust(scheme, host);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return scheme + "://" + user + host + port + path;
  }

  private String file(URI uri, String path) {
    if (!isLocal(parent)) {
      throw refused("a repository on a host names a directory of this machine");
    }
    if (uri.getRawAuthority() != null) {
      throw refused("a file URL with a host");
    }
    return "file://" + path;
  }

  private void refuseLessTrust(String scheme, String host) {
    boolean parentIsReadable = READABLE_ON_THE_WAY.contains(schemeOf(parent)) || isLocal(parent);
    boolean here = LOOPBACK.matcher(host).matches();
    if (READABLE_ON_THE_WAY.contains(scheme) && !insecureAllowed && !(parentIsReadable && here)) {
      throw refused(scheme + ":// can be read and changed by anyone on the way");
    }
  }

  private String host(URI uri) {
    String host = uri.getHost();
    if (host == null || host.startsWith("-")) {
      throw refused("it has no usable host");
    }
    return host.toLowerCase(Locale.ROOT);
  }

  private String user(URI uri, String scheme) {
    String user = uri.getRawUserInfo();
    if (user == null) {
      return "";
    }
    if (!scheme.equals("ssh") || !USER.matcher(user).matches()) {
      throw refused("it holds a user or a password");
    }
    return user + "@";
  }

  private URI parse(String absolute) {
    try {
      return new URI(absolute);
    } catch (URISyntaxException e) {
      throw refused("it is malformed");
    }
  }

  private static boolean isLocal(String url) {
    return schemeOf(url).equals("file");
  }

  private static String schemeOf(String url) {
    int end = url.indexOf("://");
    return end < 0 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private RuntimeException refused(String reason) {
    return Hostile.url(written, reason);
  }
}
