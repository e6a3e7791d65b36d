package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.lock.LockEntry;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import java.util.Optional;

/** What the lock file leaves open, and what it forbids. Asks nobody. */
record LockRules(Lock lock, Policy policy) {

  /**
   * Refuses to move what is frozen.
   *
   * @throws InvalidStack if the goal is to move it
   */
  void check() {
    if (lock.isFrozen() && policy.acceptMovedTags()) {
      throw new InvalidStack(
          Problem.of("source:update moves what is locked, and the lock file is frozen")
              .advise("run it where you develop, and commit " + lock.store().name())
              .advise("move it here with -Dsource.lock=update"));
    }
  }

  /**
   * The revision that an errand has to use; empty if its host may be asked.
   *
   * @throws InvalidStack if the lock file is frozen and does not hold it
   */
  Optional<Revision> settled(Errand errand) {
    Optional<LockEntry> entry = lock.entry(errand.location());
    if (entry.isEmpty()) {
      if (lock.isFrozen() && !errand.fetcher().local(errand.location())) {
        throw notLocked(errand);
      }
      return Optional.empty();
    }
    Optional<Revision> pinned = errand.fetcher().pinned(errand.location());
    pinned
        .filter(revision -> !revision.id().equals(entry.get().revision()))
        .ifPresent(
            revision -> {
              throw contradicts(entry.get(), revision);
            });
    return mayMove(errand, entry.get()) ? pinned : Optional.of(entry.get().asRevision());
  }

  /** Whether the host may be asked what a locked source means now. */
  private boolean mayMove(Errand errand, LockEntry entry) {
    if (lock.isFrozen()) {
      return false;
    }
    boolean checked = entry.isTag() && policy.mode() == Freshness.Mode.UPDATE;
    return policy.acceptMovedTags() || checked || (floats(errand) && !entry.isTag());
  }

  /** Whether one of those who want it says itself how long an answer is believed. */
  static boolean floats(Errand errand) {
    return errand.targets().stream().anyMatch(target -> target.spec().ttl().isPresent());
  }

  /**
   * The answer of a host, checked against the lock file.
   *
   * @throws IntegrityMismatch if it is a tag that moved, and the goal is not to follow it
   * @throws InvalidStack if the lock file is frozen and does not hold the source
   */
  void check(Errand errand, Revision answer) {
    Optional<LockEntry> entry = lock.entry(errand.location());
    if (lock.isFrozen() && entry.isEmpty() && answer.stability() != Stability.LOCAL) {
      throw notLocked(errand);
    }
    entry
        .filter(LockEntry::isTag)
        .filter(locked -> !policy.acceptMovedTags() && !locked.revision().equals(answer.id()))
        .ifPresent(
            locked -> {
              throw moved(locked, answer);
            });
  }

  /** Whether a snapshot is the tree that is locked, if any is. */
  boolean agrees(Snapshot snapshot) {
    return lock.tree(snapshot.location(), snapshot.revision())
        .filter(tree -> !tree.equals(snapshot.treeHash()))
        .isEmpty();
  }

  /**
   * The snapshot itself.
   *
   * @throws IntegrityMismatch if it is not the tree that is locked
   */
  Snapshot proven(Snapshot snapshot) {
    if (agrees(snapshot)) {
      return snapshot;
    }
    String locked = lock.tree(snapshot.location(), snapshot.revision()).orElse("");
    throw new IntegrityMismatch(
        Problem.of(
                "its content is not what was locked: at %s the tree is %s, and %s says %s"
                    .formatted(
                        snapshot.revision().id(), snapshot.treeHash(), lock.store().name(), locked))
            .advise("find out who changed it before you use it: no file of it was written")
            .advise("take what is there now with source:update, and commit the lock file"));
  }

  private InvalidStack notLocked(Errand errand) {
    return new InvalidStack(
        Problem.of("not in %s, and the lock file is frozen".formatted(lock.store().name()))
            .at(errand.targets().get(0).spec().position())
            .advise("run source:lock where you develop, and commit " + lock.store().name())
            .advise("add it here with -Dsource.lock=update"));
  }

  private IntegrityMismatch moved(LockEntry locked, Revision answer) {
    return new IntegrityMismatch(
        Problem.of(
                "the tag moved from %s, which %s says, to %s"
                    .formatted(locked.revision(), lock.store().name(), answer.id()))
            .advise("find out who moved it and why before you use it")
            .advise("follow it with source:update, and commit the lock file"));
  }

  private IntegrityMismatch contradicts(LockEntry locked, Revision pinned) {
    return new IntegrityMismatch(
        Problem.of(
                "the source names %s itself, and %s says %s"
                    .formatted(pinned.id(), lock.store().name(), locked.revision()))
            .advise("restore the lock file from version control: somebody has edited it"));
  }
}
