package io.github.sourceprovisioner.fetch.git.modules;

import java.util.Locale;
import java.util.Optional;

/**
 * Relative URLs of submodules, as git reads them: the URL of the parent is taken as a directory,
 * whatever it is called, so that {@code ../x} is its neighbor and {@code ./x} is below it.
 */
final class ParentUrl {

  private ParentUrl() {}

  /**
   * The URL that a relative one means.
   *
   * @param parent an absolute URL; user info of it is not handed on, but for the user of {@code
   *     ssh}, who belongs to the place
   * @param relative starts with {@code ./} or {@code ../}
   * @return empty if it leads above the root of the host
   */
  static Optional<String> join(String parent, String relative) {
    String base = trim(withoutUser(parent));
    int root = base.indexOf('/', base.indexOf("://") + 3);
    String rest = relative;
    while (rest.startsWith("./") || rest.startsWith("../")) {
      if (rest.startsWith("../")) {
        int last = base.lastIndexOf('/');
        if (root < 0 || last < root) {
          return Optional.empty();
        }
        base = base.substring(0, last);
      }
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return rest.startsWith("/") ? Optional.empty() : Optional.of(base + "/" + rest);
  }

  /** Without slashes at the end. */
  static String trim(String url) {
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == '/') {
      end--;
    }
    return url.substring(0, end);
  }

  private static String withoutUser(String url) {
    if (url.toLowerCase(Locale.ROOT).startsWith("ssh://")) {
      return url;
    }
    int start = url.indexOf("://") + 3;
    int path = url.indexOf('/', start);
    int at = url.lastIndexOf('@', path < 0 ? url.length() : path);
    return at < start ? url : url.substring(0, start) + url.substring(at + 1);
  }
}
