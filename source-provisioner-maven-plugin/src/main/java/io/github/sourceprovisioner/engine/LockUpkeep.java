package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockComparison;
import io.github.sourceprovisioner.lock.LockKey;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.lock.LockStore;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks after the lock file of one project, without any workdir. */
public final class LockUpkeep {

  private final Rooms rooms;
  private final Policy policy;

  LockUpkeep(Rooms rooms, Policy policy) {
    this.rooms = rooms;
    this.policy = policy;
  }

  /**
   * Locks every selected source that is not locked yet. What cannot be located or fetched is
   * returned; the others are locked all the same.
   */
  public List<Failure> add(Selection selection) throws InterruptedException {
    rooms.cache().sweep();
    Lock lock = Lock.of(rooms, policy.lock().or(() -> Optional.of(LockMode.UPDATE)));
    Plan plan = rooms.plan(selection.deployable(), policy.ttl());
    List<Failure> failures = new ArrayList<>();
    plan.invalid().forEach(invalid -> failures.add(invalid.failure()));
    List<Target> fetchable = new ArrayList<>();
    for (Target target : plan.targets()) {
      rooms.fetchers().refusal(target).ifPresentOrElse(failures::add, () -> fetchable.add(target));
    }
    List<Errand> errands = Dispatch.errands(fetchable, rooms.fetchers());
    Map<SourceLocation, Delivery> deliveries =
        new Dispatch(Courier.of(rooms, policy, lock))
            .run(errands, (errand, revision) -> lock.tree(errand.location(), revision).isEmpty());
    new Locking(rooms, policy, lock).record(errands, deliveries);
    errands.forEach(errand -> failure(errand, deliveries).ifPresent(failures::add));
    return failures;
  }

  private static Optional<Failure> failure(
      Errand errand, Map<SourceLocation, Delivery> deliveries) {
    Target first = errand.targets().get(0);
    return deliveries.get(errand.location()) instanceof Delivery.Failed failed
        ? Optional.of(
            new Failure(first.id(), errand.doing(), failed.reason().at(first.spec().position())))
        : Optional.empty();
  }

  /**
   * What the manifests refer to, also from components that are disabled or abstract.
   *
   * @throws ProvisioningException if a source cannot be understood, since nobody knows then what is
   *     not referred to
   */
  public Set<LockKey> referenced() throws InterruptedException {
    Plan plan = rooms.plan(component -> true, policy.ttl());
    if (!plan.invalid().isEmpty()) {
      throw plan.invalid().get(0).failure().reason();
    }
    return plan.targets().stream()
        .map(target -> LockKey.of(target.location()))
        .collect(Collectors.toSet());
  }

  /** One line for the user. */
  public String summary() {
    Lock lock = Lock.of(rooms, Optional.of(LockMode.UPDATE));
    int size = lock.file().entries().size();
    return "%s locks %d source%s".formatted(lock.store().name(), size, size == 1 ? "" : "s");
  }

  /**
   * Compares what is locked here with a lock file that was made elsewhere.
   *
   * @param path of the other file; absolute
   * @param name how the user names it
   * @return one line for the user
   * @throws IntegrityMismatch if the two lock a source to different things
   * @throws InvalidStack if there is no such file
   */
  public String compare(Path path, String name) {
    LockStore other = new LockStore(path, name);
    if (!other.exists()) {
      throw new InvalidStack(
          Problem.of("there is no lock file " + name)
              .at(Position.of("-Dsource.from"))
              .advise("name the source.lock.yaml of another checkout"));
    }
    LockComparison result =
        LockComparison.of(Lock.of(rooms, Optional.of(LockMode.UPDATE)).file(), other.read());
    if (!result.differences().isEmpty()) {
      throw new IntegrityMismatch(
          Problem.of(
                  "%s locks other things: %s"
                      .formatted(name, String.join("; ", result.differences())))
              .advise("find out which of the two is right before you use either"));
    }
    return "%s agrees in all that both lock (%d)".formatted(name, result.compared());
  }

  /**
   * Removes what nobody refers to.
   *
   * @param referenced the keys that stay
   * @return what was removed
   * @throws InvalidStack if the lock file is frozen
   */
  public List<LockKey> prune(Set<LockKey> referenced) throws InterruptedException {
    Lock lock = Lock.of(rooms, policy.lock().or(() -> Optional.of(LockMode.UPDATE)));
    if (lock.isFrozen()) {
      throw new InvalidStack(
          Problem.of("nothing can be removed from a frozen lock file")
              .advise("leave -Dsource.lock=frozen out"));
    }
    List<LockKey> gone =
        lock.file().entries().stream()
            .map(entry -> entry.key())
            .filter(key -> !referenced.contains(key))
            .toList();
    if (!gone.isEmpty() && !policy.dryRun()) {
      new Locking(rooms, policy, lock).keepOnly(referenced);
    }
    return gone;
  }
}
