package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository behind ssh. What could be taken for an option or for a second line is refused
 * (CVE-2017-1000117, CVE-2020-5260).
 *
 * @param user whom to log in as; empty means that it stands elsewhere
 * @param host a name, or an address without brackets
 * @param port empty means that it stands elsewhere, or is 22
 * @param path as the host sees it; one that starts with {@code ~} begins at a home directory
 */
public record SshAddress(Optional<String> user, String host, Optional<Integer> port, String path) {

  private static final int MAX_PORT = 65_535;

  private static final Pattern URL =
      Pattern.compile(
          "(?i:ssh|git\\+ssh|ssh\\+git)://(?:([^@/?#]*)@)?(\\[[^\\]/]*]|[^:/@\\[\\]]*)"
              + "(?::([0-9]{0,6}))?(/.*)");
  private static final Pattern HOST =
      Pattern.compile("(?!-)[\\p{L}\\p{N}._-]{1,255}|[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9._-]+)?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  public SshAddress {
    check(HOST.matcher(host).matches(), "no usable host in the ssh URL of the repository");
    check(user.map(SshAddress::isSafe).orElse(true), "no usable user in the ssh URL");
    check(port.map(p -> p > 0 && p <= MAX_PORT).orElse(true), "no usable port in the ssh URL");
    check(isSafe(path) && !path.equals("/"), "no usable path in the ssh URL of the repository");
  }

  /**
   * Reads a URL of the form {@code ssh://user@host:port/path}; {@code git+ssh} and {@code ssh+git}
   * mean the same. User and path may be percent-encoded.
   *
   * @throws InvalidStack if it is malformed or not safe
   */
  public static SshAddress of(String url) {
    Matcher matcher = URL.matcher(url);
    check(matcher.matches(), "the ssh URL of the repository is malformed");
    String host = matcher.group(2);
    String path = PercentEncoding.decode(matcher.group(4)).orElse("");
    return new SshAddress(
        Optional.ofNullable(matcher.group(1)).map(SshAddress::user).filter(u -> !u.isEmpty()),
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Optional.ofNullable(matcher.group(3)).filter(p -> !p.isEmpty()).map(Integer::valueOf),
        path.startsWith("/~") ? path.substring(1) : path);
  }

  /** What the host is asked to run, quoted for its shell as git does. */
  String command() {
    return "git-upload-pack '" + path.replace("'", "'\\''").replace("!", "'\\!'") + "'";
  }

  private static String user(String userInfo) {
    check(!userInfo.contains(":"), "an ssh URL holds no password");
    return PercentEncoding.decode(userInfo).orElse("-");
  }

  private static boolean isSafe(String text) {
    return !text.isEmpty() && !text.startsWith("-") && !CONTROL.matcher(text).find();
  }

  private static void check(boolean valid, String problem) {
    if (!valid) {
      throw new InvalidStack(
          Problem.of(problem).advise("write it like ssh://git@host/owner/repository.git"));
    }
  }
}
