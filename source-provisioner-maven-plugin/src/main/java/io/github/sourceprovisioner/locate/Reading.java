package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.SourceSpec;
import java.util.Optional;

/**
 * One source on its way to a location: what was written, and its parts.
 *
 * @param forced whether a prefix or the {@code type} key says which scheme it is
 */
record Reading(SourceSpec spec, UriParts parts, Query query, boolean forced) {

  /**
   * Reads a source that the grammar claims.
   *
   * @throws InvalidStack if its query cannot be meant
   */
  static Reading of(SourceSpec spec, UriParts parts) {
    boolean forced = !parts.force().isEmpty() || spec.type().isPresent();
    return new Reading(spec, parts, Query.of(parts.query(), new Refusals(spec)), forced);
  }

  Refusals refusals() {
    return new Refusals(spec);
  }

  InvalidStack invalid(String what, String advice) {
    return refusals().invalid(what, advice);
  }

  String place() {
    return parts.place();
  }

  /** The subdirectory from {@code //} or, for a worktree, from the {@code path} key. */
  String subdir() {
    String marked = Subdirectory.clean(parts.marked().orElse(""), refusals());
    String keyed = Subdirectory.clean(spec.path().orElse(""), refusals());
    if (!keyed.isEmpty() && !spec.type().equals(Optional.of("git-worktree"))) {
      throw invalid(
          "a 'path' key without 'type: git-worktree'", "put the subdirectory behind '//'");
    }
    if (!keyed.isEmpty() && !marked.isEmpty() && !keyed.equals(marked)) {
      throw invalid(
          "'path: " + keyed + "' beside '//" + marked + "'", "name the subdirectory once");
    }
    return marked.isEmpty() ? keyed : marked;
  }

  /** Refuses a fragment: only objects of Google Cloud Storage have one. */
  void refuseFragment() {
    if (parts.fragment().isPresent()) {
      throw invalid("a '#'", "remove it, or write %23 if it belongs to a name; a ref is ?ref=…");
    }
  }
}
