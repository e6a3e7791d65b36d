package io.github.sourceprovisioner.locate;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The archive format of a source, from its parameter or its name; case counts, as in go-getter. */
final class Archives {

  private static final Set<String> FORMATS =
      Set.of(
          "bz2", "gz", "xz", "zst", "tar", "tar.bz2", "tar.gz", "tar.xz", "tar.zst", "tbz2", "tgz",
          "txz", "tzst", "zip");

  private static final Set<String> OFF = Set.of("0", "f", "F", "false", "False", "FALSE");

  private Archives() {}

  /**
   * The format; empty if nothing is to be unpacked. An empty parameter says nothing (reference case
   * archive-022).
   *
   * @param path the decoded path
   */
  static Optional<String> of(Reading reading, String path) {
    Optional<String> asked = reading.query().value("archive");
    if (asked.isEmpty()) {
      return named(path);
    }
    if (OFF.contains(asked.get())) {
      return Optional.empty();
    }
    if (!FORMATS.contains(asked.get())) {
      throw reading.invalid(
          "an unknown format in the parameter 'archive'",
          "write false, or one of " + String.join(", ", new TreeSet<>(FORMATS)));
    }
    return asked;
  }

  /** For what is no file: only a format that switches unpacking off may be asked for. */
  static void refuse(Reading reading, String kind) {
    if (reading.query().value("archive").filter(a -> !OFF.contains(a)).isPresent()) {
      throw reading.invalid(
          "the parameter 'archive' on " + kind, "remove it, or take the archive from its own URL");
    }
  }

  /** The format that the end of a name shows, the longest first. */
  static Optional<String> named(String path) {
    return FORMATS.stream()
        .filter(format -> path.endsWith("." + format))
        .max(Comparator.comparingInt(String::length));
  }
}
