package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.lock.LockEntry;
import io.github.sourceprovisioner.lock.LockKey;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.SourceUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells who needs which source. Asks nobody. */
public final class Uses {

  private static final Comparator<SourceUse> ORDER =
      Comparator.comparing(SourceUse::source)
          .thenComparing(use -> use.component().map(ComponentId::toString).orElse(""));

  private final Rooms rooms;

  Uses(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Every use of a source by a component of the selection, sorted by source. For the whole project
   * also what is locked though nobody needs it.
   *
   * @param part a part of the source's name as the lock file writes it; empty means all
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if a source cannot be
   *     understood, since nobody knows then who needs what
   */
  public List<SourceUse> of(Selection selection, Optional<String> part)
      throws InterruptedException {
    Lock lock = Lock.of(rooms, Optional.of(LockMode.FROZEN));
    Plan plan = rooms.plan(component -> selection.matches(component.id()), Optional.empty());
    if (!plan.invalid().isEmpty()) {
      throw plan.invalid().get(0).failure().reason();
    }
    List<SourceUse> uses = new ArrayList<>();
    Set<LockKey> used = new HashSet<>();
    for (Target target : plan.targets()) {
      used.add(LockKey.of(target.location()));
      uses.add(use(target, lock));
    }
    if (selection.isEverything()) {
      lock.file().entries().stream()
          .filter(entry -> !used.contains(entry.key()))
          .forEach(entry -> uses.add(unused(entry)));
    }
    uses.removeIf(use -> part.filter(text -> !use.source().contains(text)).isPresent());
    uses.sort(ORDER);
    return uses;
  }

  private static SourceUse use(Target target, Lock lock) {
    return new SourceUse(
        LockKey.of(target.location()).toString(),
        lock.entry(target.location()).map(LockEntry::revision),
        Optional.of(target.id()),
        Optional.of(target.spec().position()));
  }

  private static SourceUse unused(LockEntry entry) {
    return new SourceUse(
        entry.key().toString(), Optional.of(entry.revision()), Optional.empty(), Optional.empty());
  }
}
