package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Files and archives on web servers. Parameters that are not ours belong to the server. */
final class HttpLocator implements Grammar {

  private static final Set<String> TRANSPORTS = Set.of("http", "https");

  /** A pin that the server would ignore is worse than an error. */
  private static final Set<String> OF_GIT = Set.of("ref", "depth", "sshkey", "submodules", "lfs");

  @Override
  public SourceLocation locate(Reading reading) {
    reading.refuseFragment();
    RequestedVersion.refuseUnused(reading, "an http source");
    refuseParametersOfGit(reading);
    Address address = Address.of(reading.place(), TRANSPORTS, reading.refusals());
    List<String> segments =
        PathSegments.of("/" + address.path().replaceFirst("^/", ""), reading.refusals());
    ServerQuery query = ServerQuery.of(reading);
    SortedMap<String, String> parameters = ObjectOptions.of(reading);
    query.digest().ifPresent(digest -> parameters.put("query-digest", digest));
    return new SourceLocation(
        Schemes.HTTP,
        url(address, query),
        Optional.empty(),
        reading.subdir(),
        Archives.of(reading, String.join("/", segments)),
        Checksum.of(reading),
        parameters,
        PlaceName.hosted(List.of("http"), address, withQuery(segments, query)));
  }

  private static void refuseParametersOfGit(Reading reading) {
    Optional<String> pin = OF_GIT.stream().filter(reading.query()::has).sorted().findFirst();
    if (pin.isPresent() && !reading.forced()) {
      throw reading.invalid(
          "the parameter '" + pin.get() + "' of git on an http source",
          "write git:: before the URL if it is a repository");
    }
  }

  private static String url(Address address, ServerQuery query) {
    UserInfo info = address.userInfo();
    boolean shown = !info.hasSecret() && !info.user().isEmpty();
    return address.scheme()
        + "://"
        + (shown ? info.user() + "@" : "")
        + address.hostAndPort()
        + Percent.tidy(address.path())
        + (query.open().isEmpty() ? "" : "?" + query.open());
  }

  private static List<String> withQuery(List<String> segments, ServerQuery query) {
    String suffix = query.open() + query.digest().map(d -> "#" + d).orElse("");
    if (suffix.isEmpty()) {
      return segments;
    }
    List<String> named = new ArrayList<>(segments);
    named.set(named.size() - 1, named.get(named.size() - 1) + "?" + suffix);
    return named;
  }
}
