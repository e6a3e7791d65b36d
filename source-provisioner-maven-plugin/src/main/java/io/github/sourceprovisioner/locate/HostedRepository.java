package io.github.sourceprovisioner.locate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The shorthand {@code github.com/owner/repository/directory}. Hosts are known in any case;
 * Bitbucket is not asked whether a repository is Mercurial, since it no longer has such.
 *
 * @param url the repository
 * @param subdir the directory below it, as written; empty means the root
 */
record HostedRepository(String url, String subdir) {

  private static final Set<String> HOSTS = Set.of("github.com", "gitlab.com", "bitbucket.org");

  /** Whether the first segment is one of the hosts, or one with {@code www.} before it. */
  static boolean isShorthand(UriParts parts) {
    String host = parts.firstSegment().toLowerCase(Locale.ROOT);
    return HOSTS.contains(host.startsWith("www.") ? host.substring(4) : host);
  }

  /** Whether a URL names the page of a repository on one of the hosts and nothing below it. */
  static boolean isRepositoryPage(Address address) {
    String path = address.path();
    return HOSTS.contains(address.host())
        && address.port().isEmpty()
        && path.matches("/[^/]+/[^/]+/?");
  }

  /** Reads the shorthand; empty if it is none. */
  static Optional<HostedRepository> of(UriParts parts, Refusals refusals) {
    if (!isShorthand(parts)) {
      return Optional.empty();
    }
    List<String> segments = List.of(parts.place().split("/"));
    String host = segments.get(0).toLowerCase(Locale.ROOT);
    if (host.startsWith("www.")) {
      throw refusals.invalid("the unsupported host '" + host + "'", "leave out 'www.'");
    }
    if (segments.size() < 3) {
      throw refusals.invalid("no repository", "write " + host + "/owner/repository");
    }
    int end = repositoryEnd(host, segments, parts.marked().isPresent());
    String path = host + "/" + String.join("/", segments.subList(1, end));
    return Optional.of(
        new HostedRepository(
            "https://" + (path.endsWith(".git") ? path : path + ".git"),
            String.join("/", segments.subList(end, segments.size()))));
  }

  /** GitLab has subgroups: the repository ends at {@code .git}, else at {@code //}. */
  private static int repositoryEnd(String host, List<String> segments, boolean marked) {
    if (host.equals("gitlab.com")) {
      for (int i = 2; i < segments.size(); i++) {
        if (segments.get(i).endsWith(".git")) {
          return i + 1;
        }
      }
      return marked ? segments.size() : 3;
    }
    return 3;
  }
}
