package io.github.sourceprovisioner.workdir.filter;

import io.github.sourceprovisioner.model.Wildcards;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A doublestar glob for paths that start at the root of a snapshot. {@code *} does not cross a
 * slash, {@code **} stands for any number of directories, also none, so that <code>**&#47;x</code>
 * matches {@code x} at the root and {@code x/**} matches {@code x}. Time is linear in the pattern.
 */
final class Glob {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private final List<List<SegmentPattern>> alternatives;

  private Glob(List<List<SegmentPattern>> alternatives) {
    this.alternatives = alternatives;
  }

  /**
   * The glob that a text means.
   *
   * @throws IllegalArgumentException with a short reason if it means none, or could match nothing
   *     inside a snapshot
   */
  static Glob parse(String text) {
    return new Glob(Braces.expand(text).stream().map(Glob::segments).toList());
  }

  private static List<SegmentPattern> segments(String text) {
    if (text.startsWith("/") || DRIVE.matcher(text).matches()) {
      throw new IllegalArgumentException("is absolute");
    }
    List<String> segments =
        Arrays.stream(text.split("/")).filter(s -> !s.isEmpty() && !s.equals(".")).toList();
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("names no file");
    }
    if (segments.contains("..")) {
      throw new IllegalArgumentException("leaves the source");
    }
    return segments.stream().map(SegmentPattern::parse).toList();
  }

  /** Whether a path, {@code /} between its segments, matches as a whole. */
  boolean matches(String path) {
    List<String> segments = List.of(path.split("/"));
    return alternatives.stream().anyMatch(pattern -> Wildcards.match(pattern, segments));
  }
}
