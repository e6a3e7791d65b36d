package io.github.sourceprovisioner.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** The archive formats, and how names show them; case counts, as in go-getter. */
public final class ArchiveName {

  /** Every format, also those of single compressed files. */
  public static final Set<String> FORMATS =
      Set.of(
          "bz2", "gz", "xz", "zst", "tar", "tar.bz2", "tar.gz", "tar.xz", "tar.zst", "tbz2", "tgz",
          "txz", "tzst", "zip");

  private ArchiveName() {}

  /** The format that the end of a name shows, the longest first; empty if it shows none. */
  public static Optional<String> format(String name) {
    return FORMATS.stream()
        .filter(format -> name.endsWith("." + format))
        .max(Comparator.comparingInt(String::length));
  }
}
