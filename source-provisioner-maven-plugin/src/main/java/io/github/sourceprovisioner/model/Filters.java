package io.github.sourceprovisioner.model;

import java.util.List;

/**
 * Which files of a snapshot come into the workdir: doublestar globs, relative to the root of the
 * snapshot. Exclusion wins.
 *
 * @param included a file must match one of these; empty means every file
 * @param excluded a file or a directory that matches one of these stays out
 */
public record Filters(List<String> included, List<String> excluded) {

  /** Every file. */
  public static final Filters NONE = new Filters(List.of(), List.of());

  public Filters {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }
}
