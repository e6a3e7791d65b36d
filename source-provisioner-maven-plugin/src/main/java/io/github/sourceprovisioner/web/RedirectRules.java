package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a redirect leads, and whether we go (RFC 9110, 15.4; CVE-2022-26945). Trust never sinks on
 * the way: no step from https to http, and every URL passes the checks of {@link WebUrl}.
 *
 * @param insecureAllowed whether plain {@code http} may leave this machine
 */
record RedirectRules(boolean insecureAllowed) {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> WITH_BODY = Set.of(307, 308);
  private static final Set<Integer> FOR_GOOD = Set.of(301, 308);

  /** What another origin may hear: nothing that could be a secret, whatever its name is. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-encoding", "git-protocol", "range", "user-agent");

  /**
   * The request that follows; empty if the answer is none that sends us on.
   *
   * <p>A {@code POST} is only repeated within its origin and for 307 and 308: git sends them after
   * it has asked, and followed redirects, with {@code GET}.
   *
   * @throws SourceNotFound if the host leads to a place where we do not go
   */
  Optional<WebRequest> next(WebRequest request, int status, Optional<String> location) {
    if (!REDIRECTS.contains(status) || location.isEmpty()) {
      return Optional.empty();
    }
    URI from = request.uri();
    URI to = resolve(from, location.get());
    WebUrl.objection(to, insecureAllowed)
        .ifPresent(
            why -> {
              throw refused(from, why.problem().message());
            });
    if (WebUrl.isHttps(from) && !WebUrl.isHttps(to)) {
      throw refused(from, "from https to http");
    }
    boolean same = sameOrigin(from, to);
    if (request.method().equals("POST") && !(same && WITH_BODY.contains(status))) {
      throw refused(from, "what was sent is not sent elsewhere");
    }
    return Optional.of(
        request.at(to, name -> same || HARMLESS.contains(name.toLowerCase(Locale.ROOT))));
  }

  /** Whether the new place is to be asked from now on. */
  static boolean isForGood(int status) {
    return FOR_GOOD.contains(status);
  }

  /** Whether two URLs are answered by the same scheme, host and port. */
  static boolean sameOrigin(URI one, URI other) {
    return Origin.of(one.toString()).equals(Origin.of(other.toString()));
  }

  /** The failure of a redirect that is not followed. */
  static SourceNotFound refused(URI from, String why) {
    return new SourceNotFound(
        Problem.of(WebUrl.authority(from) + " redirects to a place that is not followed: " + why)
            .advise("ask for the source under its new URL"));
  }

  private static URI resolve(URI from, String location) {
    try {
      URI to = from.resolve(new URI(location));
      return to.getRawFragment() == null
          ? to
          : new URI(to.toString().substring(0, to.toString().indexOf('#')));
    } catch (URISyntaxException e) {
      throw refused(from, "its URL is malformed");
    }
  }
}
