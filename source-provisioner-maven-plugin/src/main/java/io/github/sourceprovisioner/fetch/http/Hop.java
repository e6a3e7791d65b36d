package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a host says that the source really is ({@code X-Terraform-Get}, or the meta tag). Only
 * another file over http is followed; a git repository, a subdirectory or a checksum is for the
 * user to write, so that the manifest says what is used (CVE-2022-26945).
 */
final class Hop {

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(tar\\.(?:gz|bz2|xz|zst)|tar|tgz|tbz2|txz|tzst|zip|gz|bz2|xz|zst)");
  private static final Pattern OURS = Pattern.compile("(checksum|filename|ref|depth|sshkey)=.*");
  private static final String FORMAT = "archive=";

  private Hop() {}

  /**
   * The address that a host leads to.
   *
   * @param from who leads there
   * @throws UnknownSource if it is none that is followed
   */
  static Address to(String target, URI from) {
    URI uri = absolute(target, from);
    if (uri.getScheme().equalsIgnoreCase("http") && from.getScheme().equalsIgnoreCase("https")) {
      throw refused(target, from);
    }
    List<String> others = new ArrayList<>();
    Optional<String> asked = Optional.empty();
    String query = uri.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (OURS.matcher(pair).matches()) {
        throw refused(target, from);
      }
      if (pair.startsWith(FORMAT)) {
        asked = Optional.of(pair.substring(FORMAT.length()));
      } else {
        others.add(pair);
      }
    }
    Matcher named = ARCHIVE.matcher(uri.getPath());
    Optional<String> archive =
        asked.or(() -> named.matches() ? Optional.of(named.group(1)) : Optional.empty());
    String plain = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    return Address.of(
        Address.uri(others.isEmpty() ? plain : plain + "?" + String.join("&", others)),
        archive.filter(
            ARCHIVE.asMatchPredicate().or(format -> ARCHIVE.matcher("x." + format).matches())));
  }

  private static URI absolute(String target, URI from) {
    try {
      URI uri = new URI(target);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      String path = uri.getRawPath();
      if (web && path != null && !path.contains("//") && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw refused(target, from);
    }
    throw refused(target, from);
  }

  private static UnknownSource refused(String target, URI from) {
    return new UnknownSource(
        Problem.of(from.getHost() + " leads to a source that is not followed")
            .advise("write that source into the manifest: " + Redaction.redact(target)));
  }
}
