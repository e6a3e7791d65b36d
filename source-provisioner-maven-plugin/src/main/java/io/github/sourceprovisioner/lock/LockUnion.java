package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Puts together what several builds of one project find out at a time. Pure.
 *
 * @param file the name of the lock file, for messages
 */
record LockUnion(String file) {

  /**
   * What the file has to hold.
   *
   * @param before what the file held when this run began
   * @param now what it holds now
   * @param found what this run found out
   * @throws InvalidStack if another run has meanwhile locked a source to something else
   */
  LockFile of(LockFile before, LockFile now, Collection<LockEntry> found) {
    List<LockEntry> changed = new ArrayList<>();
    for (LockEntry entry : found) {
      Optional<LockEntry> read = before.find(entry.key());
      Optional<LockEntry> held = now.find(entry.key());
      boolean moved = !held.equals(read);
      if (moved && held.isPresent() && !held.get().equals(entry)) {
        throw disagreement(entry, held.get());
      }
      if (!Optional.of(entry).equals(held)) {
        changed.add(entry);
      }
    }
    return now.with(changed);
  }

  private InvalidStack disagreement(LockEntry ours, LockEntry theirs) {
    return new InvalidStack(
        Problem.of(
                "%s was locked to %s by another run, while this one found %s"
                    .formatted(ours.key(), theirs.revision(), ours.revision()))
            .at(Position.of(file))
            .advise("run again: what the lock file says now is used"));
  }
}
