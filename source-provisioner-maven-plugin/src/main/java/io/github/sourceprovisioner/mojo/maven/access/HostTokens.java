package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that build servers and the tools of the well-known hosts put into the environment.
 * Each goes to exactly its host, over https, at the usual port: not to a subdomain, and not to
 * GitHub's registry, which refuses whoever shows a token without the right to read packages even
 * what is public.
 *
 * @param environment the environment variables
 */
record HostTokens(Map<String, String> environment) {

  /**
   * What one kind of host takes.
   *
   * @param user the name that the host wants beside a token
   * @param variables where the token may be, the first that is set wins
   */
  private record Rule(String user, List<String> variables) {}

  /** In the order of the host's own command line tool. */
  private static final Rule GITHUB =
      new Rule("x-access-token", List.of("GH_TOKEN", "GITHUB_TOKEN"));

  private static final Rule GITHUB_ENTERPRISE =
      new Rule("x-access-token", List.of("GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"));

  private static final Rule GITLAB = new Rule("oauth2", List.of("GITLAB_TOKEN"));
  private static final Rule BITBUCKET = new Rule("x-token-auth", List.of("BITBUCKET_TOKEN"));

  /** The token for a place, if there is one. */
  Optional<Credential> of(Place place) {
    Origin origin = place.origin();
    if (!Origin.of("https://" + origin.host()).equals(Optional.of(origin))) {
      return Optional.empty();
    }
    return switch (origin.host()) {
      case "github.com" -> first(GITHUB);
      case "gitlab.com" -> first(GITLAB);
      case "bitbucket.org" -> first(BITBUCKET);
      default ->
          value("GH_HOST")
              .filter(host -> host.toLowerCase(Locale.ROOT).equals(origin.host()))
              .flatMap(host -> first(GITHUB_ENTERPRISE));
    };
  }

  private Optional<Credential> first(Rule rule) {
    return rule.variables().stream()
        .flatMap(name -> value(name).map(token -> credential(rule.user(), name, token)).stream())
        .findFirst();
  }

  private static Credential credential(String user, String variable, String token) {
    String name = "the variable " + variable;
    return new Credential(name, user, Secrets.checked(token, "the value of " + name));
  }

  /** Files that end with a line break are often where a value comes from. */
  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
