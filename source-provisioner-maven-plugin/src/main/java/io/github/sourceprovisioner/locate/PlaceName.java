package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.PathSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds the Maven names of places, as JitPack does, but so that two places never share one.
 *
 * <p>{@code com.github.acme} could be the host {@code github.com} and the owner {@code acme}, or
 * the host {@code acme.github.com}. So the end of the host is marked with {@code ~} wherever a
 * reader of the name alone would put it elsewhere: a reader takes two labels, three if the third is
 * the usual name of a code host, and one if the first is {@code localhost} or an address.
 */
final class PlaceName {

  /** The first group of places that have no host, or a lesser one; no host may look like them. */
  private static final Set<String> OWN =
      Set.of(
          "insecure",
          "http",
          "file",
          "git-file",
          "oci",
          "mvn",
          "s3",
          "gcs",
          "aws",
          "aws-cn",
          "azure",
          "azure-blob");

  private static final Set<String> CODE_HOSTS =
      Set.of("git", "gitlab", "github", "gitea", "bitbucket", "code", "scm", "source", "vcs");

  private PlaceName() {}

  /** A place that has no host: the last segment is the artifact. */
  static Coordinates local(List<String> first, List<String> segments) {
    List<String> groups = new ArrayList<>(first);
    List<String> above = segments.subList(0, Math.max(0, segments.size() - 1));
    above.forEach(segment -> groups.add(group(segment)));
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    return new Coordinates(String.join(".", groups), PathSegment.encode(last));
  }

  /** A place on a host: the last segment is the artifact. */
  static Coordinates hosted(List<String> first, Address address, List<String> segments) {
    List<String> host = host(address);
    List<String> above = segments.subList(0, segments.size() - 1);
    List<String> read = Stream.concat(host.stream(), above.stream().map(PlaceName::group)).toList();
    if (expectedHost(read) != host.size()) {
      host.set(host.size() - 1, host.get(host.size() - 1) + "~");
    }
    List<String> groups = new ArrayList<>(first);
    if (!address.isSecure()) {
      groups.add(0, "insecure");
    }
    groups.addAll(host);
    return local(groups, segments);
  }

  private static List<String> host(Address address) {
    List<String> labels = new ArrayList<>();
    if (HostName.isAddress(address.host())) {
      labels.add(group(address.host()));
    } else {
      for (String label : address.host().split("\\.")) {
        labels.add(0, group(label));
      }
    }
    if (OWN.contains(labels.get(0))) {
      labels.set(
          0, "~" + Integer.toHexString(labels.get(0).charAt(0)) + labels.get(0).substring(1));
    }
    if (address.port().isPresent()) {
      String last = labels.get(labels.size() - 1);
      labels.set(labels.size() - 1, last + group(":" + address.port().getAsInt()));
    }
    return labels;
  }

  private static int expectedHost(List<String> groups) {
    String first = groups.get(0);
    boolean whole =
        first.contains("~2e") || first.startsWith("~5b") || first.matches("localhost(~3a[0-9]+)?");
    int expected = whole ? 1 : groups.size() > 2 && CODE_HOSTS.contains(groups.get(2)) ? 3 : 2;
    return Math.min(expected, groups.size());
  }

  /** A dot inside a segment must not look like the next group. */
  private static String group(String segment) {
    String name = PathSegment.encode(segment).replace(".", "~2e");
    return name.length() <= 150 ? name : PathSegment.encode(name);
  }
}
