package io.github.sourceprovisioner.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Filters that
        && included.equals(that.included)
        && excluded.equals(that.excluded);
  }

  @Override
  public int hashCode() {
    return included.hashCode() * 31 + excluded.hashCode();
  }
}
