package io.github.sourceprovisioner.locate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path of a URL as decoded segments. */
final class PathSegments {

  private PathSegments() {}

  /**
   * The segments; a slash at the end leaves an empty one, no path at all leaves none.
   *
   * @param path with or without its leading slash
   */
  static List<String> of(String path, Refusals refusals) {
    if (path.isEmpty()) {
      return List.of();
    }
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return Stream.of(relative.split("/", -1))
        .map(segment -> check(Percent.decode(segment, refusals), refusals))
        .toList();
  }

  private static String check(String segment, Refusals refusals) {
    if (segment.equals("..") || segment.equals(".")) {
      throw refusals.invalid("'" + segment + "' in the path", "write the path without it");
    }
    return segment;
  }

  /** The segments as the path of a URL, with its leading slash. */
  static String encode(List<String> segments) {
    return segments.stream().map(Percent::encode).collect(Collectors.joining("/", "/", ""));
  }
}
