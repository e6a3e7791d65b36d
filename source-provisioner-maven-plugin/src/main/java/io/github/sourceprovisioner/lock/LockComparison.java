package io.github.sourceprovisioner.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two lock files that were made apart: what both trusted at first sight is worth more if both saw
 * the same. Pure.
 *
 * @param compared how many sources both lock
 * @param differences one line for each source that they lock to different things
 */
public record LockComparison(int compared, List<String> differences) {

  public LockComparison {
    differences = List.copyOf(differences);
  }

  /** Compares what both files lock. */
  public static LockComparison of(LockFile ours, LockFile theirs) {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (LockEntry entry : ours.entries()) {
      Optional<LockEntry> other = theirs.find(entry.key());
      compared += other.isPresent() ? 1 : 0;
      other.flatMap(o -> difference(entry, o)).ifPresent(differences::add);
    }
    return new LockComparison(compared, differences);
  }

  private static Optional<String> difference(LockEntry ours, LockEntry theirs) {
    if (!ours.revision().equals(theirs.revision())) {
      return Optional.of(
          "%s: %s here, %s there".formatted(ours.key(), ours.revision(), theirs.revision()));
    }
    return ours.tree().equals(theirs.tree())
        ? Optional.empty()
        : Optional.of(
            "%s: one revision, but the tree %s here, %s there"
                .formatted(ours.key(), ours.tree(), theirs.tree()));
  }
}
