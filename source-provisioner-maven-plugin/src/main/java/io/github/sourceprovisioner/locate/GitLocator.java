package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Git repositories: shorthands of the big hosts, scp form, URLs, and directories here. */
final class GitLocator implements Grammar {

  private static final Set<String> TRANSPORTS = Set.of("http", "https", "ssh", "git");

  private static final Set<String> PARAMETERS =
      Set.of("ref", "depth", "sshkey", "submodules", "lfs", "archive");

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(PARAMETERS, "a git source");
    reading.refuseFragment();
    Archives.refuse(reading, "a git source");
    refuseBadDepth(reading);
    Refusals refusals = reading.refusals();
    Optional<String> ref =
        RequestedVersion.of(reading, reading.query().value("ref"))
            .map(r -> GitRefName.check(r, refusals));
    Optional<HostedRepository> hosted = HostedRepository.of(reading.parts(), refusals);
    String outer = Subdirectory.clean(hosted.map(HostedRepository::subdir).orElse(""), refusals);
    GitPlace place = place(reading, hosted);
    SshKey.of(reading);
    return new SourceLocation(
        Schemes.GIT,
        place.url(),
        ref,
        Subdirectory.join(outer, reading.subdir()),
        Optional.empty(),
        Optional.empty(),
        switches(reading),
        place.coordinates());
  }

  private static SortedMap<String, String> switches(Reading reading) {
    SortedMap<String, String> on = new TreeMap<>();
    for (String name : List.of("submodules", "lfs")) {
      if (reading.query().isOn(name)) {
        on.put(name, "true");
      }
    }
    if (!on.containsKey("submodules") && reading.query().value("submodules").isPresent()) {
      on.put("submodules", "false");
    }
    return on;
  }

  /** Accepted since users write it, and without meaning: we fetch as little as the host allows. */
  private static void refuseBadDepth(Reading reading) {
    if (!reading.query().value("depth").orElse("1").matches("[0-9]{1,9}")) {
      throw reading.invalid("a parameter 'depth' that is no number", "leave it out");
    }
  }

  private static GitPlace place(Reading reading, Optional<HostedRepository> hosted) {
    Refusals refusals = reading.refusals();
    String written = reading.place();
    Optional<String> url =
        hosted.map(HostedRepository::url).or(() -> ShortSsh.url(written, refusals));
    if (url.isPresent()) {
      return remote(url.get(), reading);
    }
    if (reading.parts().isUrl() && !written.toLowerCase(Locale.ROOT).startsWith("file://")) {
      return remote(written, reading);
    }
    if (!written.startsWith(".") && !written.startsWith("/") && !reading.parts().isUrl()) {
      refuseHalfForms(reading);
    }
    LocalPath path = LocalPath.of(written, reading);
    return new GitPlace(path.url(), PlaceName.local(List.of("git-file"), path.names()));
  }

  private static void refuseHalfForms(Reading reading) {
    String first = reading.parts().firstSegment();
    if (first.contains("@")) {
      throw reading.invalid(
          "a user without the ':' of the scp form", "write user@host:path or ssh://user@host/path");
    }
    if (first.contains(":")) {
      throw reading.invalid(
          "a place that is neither a URL nor a path",
          "write user@host:path, ssh://user@host/path, or ./ before a directory");
    }
  }

  private static GitPlace remote(String url, Reading reading) {
    Address address = Address.of(url, TRANSPORTS, reading.refusals());
    List<String> segments = segments(address, reading);
    List<String> named = new ArrayList<>(segments);
    String last = named.remove(named.size() - 1);
    boolean suffixed = last.endsWith(".git") && last.length() > 4;
    if (!suffixed && !reading.forced() && HostedRepository.isRepositoryPage(address)) {
      segments.set(segments.size() - 1, last + ".git");
    }
    named.add(suffixed ? last.substring(0, last.length() - 4) : last);
    return new GitPlace(
        address.scheme()
            + "://"
            + shownUser(address)
            + address.hostAndPort()
            + PathSegments.encode(segments),
        PlaceName.hosted(List.of(), address, named));
  }

  private static List<String> segments(Address address, Reading reading) {
    List<String> segments = new ArrayList<>(PathSegments.of(address.path(), reading.refusals()));
    segments.removeIf(String::isEmpty);
    if (segments.isEmpty()) {
      throw reading.invalid("no repository", "write the path of the repository after the host");
    }
    if (segments.stream().anyMatch(s -> s.contains("/") || s.contains("\\"))) {
      throw reading.invalid("an encoded slash in the repository name", "write '/' for a directory");
    }
    return segments;
  }

  /** With ssh the user belongs to the place; elsewhere only what cannot be a token is shown. */
  private static String shownUser(Address address) {
    UserInfo info = address.userInfo();
    boolean shown = address.scheme().equals("ssh") || !info.hasSecret();
    return shown && !info.user().isEmpty() ? Percent.encode(info.user()) + "@" : "";
  }
}
