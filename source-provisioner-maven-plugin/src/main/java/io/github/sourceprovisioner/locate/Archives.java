package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.ArchiveName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The archive format of a source, from its parameter or its name; case counts, as in go-getter. */
final class Archives {

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
      return ArchiveName.format(path);
    }
    if (OFF.contains(asked.get())) {
      return Optional.empty();
    }
    if (!ArchiveName.FORMATS.contains(asked.get())) {
      throw reading.invalid(
          "an unknown format in the parameter 'archive'",
          "write false, or one of " + String.join(", ", new TreeSet<>(ArchiveName.FORMATS)));
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
}
