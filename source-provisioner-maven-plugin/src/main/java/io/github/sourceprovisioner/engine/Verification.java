package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SnapshotProof;
import io.github.sourceprovisioner.cache.SnapshotProof.Verdict;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockEntry;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares cache and workdirs with the lock file, byte by byte and without asking anybody. */
public final class Verification {

  private final Rooms rooms;

  Verification(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Everything of the selection that is not as it is locked. */
  public Verified run(Selection selection) throws InterruptedException {
    Lock lock = Lock.of(rooms, Optional.of(LockMode.FROZEN));
    Plan plan = rooms.plan(selection.deployable(), Optional.empty());
    List<Failure> failures = new ArrayList<>();
    plan.invalid().forEach(invalid -> failures.add(invalid.failure()));
    Map<Snapshot, Verdict> cached = new HashMap<>();
    WorkdirCheck check = new WorkdirCheck(rooms, cached);
    for (Target target : plan.targets()) {
      try {
        verify(target, lock, check);
      } catch (ProvisioningException e) {
        failures.add(new Failure(target.id(), "verifying " + target.location(), placed(e, target)));
      }
    }
    return new Verified(
        plan.targets().size(),
        with(cached, Verdict.SOUND),
        with(cached, Verdict.DAMAGED),
        failures);
  }

  private static List<Snapshot> with(Map<Snapshot, Verdict> cached, Verdict verdict) {
    return cached.keySet().stream().filter(one -> cached.get(one) == verdict).toList();
  }

  /**
   * Writes the workdirs that are not as they are locked anew; files that somebody edited are moved
   * aside, and the log says where.
   *
   * @param policy one that forces
   */
  public Run fix(Verified verified, Policy policy) throws InterruptedException {
    verified.damaged().forEach(rooms.cache()::setAside);
    Set<ComponentId> broken =
        verified.failures().stream().map(Failure::component).collect(Collectors.toSet());
    return new Provisioning(rooms, policy).run(component -> broken.contains(component.id()));
  }

  private void verify(Target target, Lock lock, WorkdirCheck check) {
    Optional<LockEntry> entry = lock.entry(target.location());
    if (entry.isPresent()) {
      Snapshot wanted =
          new Snapshot(target.location(), entry.get().asRevision(), entry.get().tree());
      check.verify(target, wanted, damaged(wanted, check));
    } else if (!rooms
        .fetchers()
        .of(target.location(), target.spec().position())
        .local(target.location())) {
      throw new InvalidStack(
          Problem.of("not in " + lock.store().name())
              .advise("lock it with source:lock, and commit " + lock.store().name()));
    }
  }

  /** Each snapshot is read once, however many components have it. */
  private boolean damaged(Snapshot wanted, WorkdirCheck check) {
    Verdict verdict =
        check
            .cached()
            .computeIfAbsent(wanted, new SnapshotProof(rooms.layout().cacheDirectory())::of);
    return verdict == Verdict.DAMAGED;
  }

  private static ProvisioningException placed(ProvisioningException e, Target target) {
    return e.position().isPresent() ? e : e.at(target.spec().position());
  }

  /** What is wrong, as one failure. */
  static IntegrityMismatch drift(List<String> what) {
    return new IntegrityMismatch(
        Problem.of(String.join("; ", what))
            .advise("see what differs before you run anything with it")
            .advise("restore it with -Dsource.fix=true: edited files are moved aside"));
  }
}
