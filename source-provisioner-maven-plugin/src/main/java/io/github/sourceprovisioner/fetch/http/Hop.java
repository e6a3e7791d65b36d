package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Redaction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a host says that the source really is ({@code X-Terraform-Get}, or the meta tag): {@code
 * https://host/path[//directory][?archive=format&…]}. Only another file over http is followed; a
 * git repository or a checksum is for the user to write, so that the manifest says what is used
 * (CVE-2022-26945).
 */
final class Hop {

  private static final Pattern TARGET =
      Pattern.compile(
          "(https?://[^/?#\\s]+(?:/(?!/)[^?#\\s/]*)*)(?://([^?#\\s]*))?(?:\\?([^#\\s]*))?");
  private static final String FORMATS =
      "tar\\.(?:gz|bz2|xz|zst)|tar|tgz|tbz2|txz|tzst|zip|gz|bz2|xz|zst";
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(" + FORMATS + ")");
  private static final Pattern FORMAT = Pattern.compile("archive=(" + FORMATS + ")");
  private static final Pattern OURS =
      Pattern.compile("(archive|checksum|filename|ref|depth|sshkey)=.*");

  private Hop() {}

  /**
   * The address that a host leads to.
   *
   * @param from who leads there
   * @throws UnknownSource if it is none that is followed
   */
  static Address to(String target, URI from) {
    Matcher parts = TARGET.matcher(target);
    boolean downgrade = from.getScheme().equalsIgnoreCase("https") && !target.startsWith("https:");
    if (!parts.matches() || downgrade) {
      throw refused(target, from);
    }
    List<String> pairs =
        Optional.ofNullable(parts.group(3)).map(q -> List.of(q.split("&", -1))).orElse(List.of());
    List<String> theirs = pairs.stream().filter(pair -> !OURS.matcher(pair).matches()).toList();
    Optional<String> asked =
        pairs.stream().map(pair -> first(FORMAT, pair)).flatMap(Optional::stream).findFirst();
    Optional<String> archive = asked.or(() -> first(ARCHIVE, parts.group(1)));
    String directory = directory(Optional.ofNullable(parts.group(2)).orElse(""), target, from);
    boolean strange = pairs.size() - theirs.size() > (asked.isPresent() ? 1 : 0);
    if (strange || (archive.isEmpty() && !directory.isEmpty())) {
      throw refused(target, from);
    }
    String query = theirs.isEmpty() ? "" : "?" + String.join("&", theirs);
    return Address.of(Address.uri(parts.group(1) + query), archive, directory);
  }

  /** As strict as for what a user writes (CVE-2022-30321). */
  private static String directory(String written, String target, URI from) {
    List<String> segments = new ArrayList<>();
    for (String segment : written.split("/")) {
      if (segment.equals("..") || segment.startsWith("-") || segment.indexOf('\\') >= 0) {
        throw refused(target, from);
      }
      if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static UnknownSource refused(String target, URI from) {
    return new UnknownSource(
        Problem.of(from.getHost() + " leads to a source that is not followed")
            .advise("write that source into the manifest: " + Redaction.redact(target)));
  }
}
