package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.ProvisionContext;
import io.github.sourceprovisioner.workdir.WorkdirState;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The last part of the way, component by component: content into the workdir, hooks around it. */
final class Completion {

  private final Engine engine;
  private final Policy policy;
  private final Materialising materialising;

  Completion(Engine engine, Policy policy, Materialising materialising) {
    this.engine = engine;
    this.policy = policy;
    this.materialising = materialising;
  }

  /** Whether any target of the errand lacks the content of the revision. */
  boolean needed(Errand errand, Revision revision) {
    return errand.targets().stream().anyMatch(target -> !upToDate(target, revision));
  }

  private boolean upToDate(Target target, Revision revision) {
    if (policy.force() || target.settings().force()) {
      return false;
    }
    return Files.isDirectory(engine.workdirs().pathOf(target.id()))
        && engine
            .workdirs()
            .state(target.id())
            .filter(state -> holds(state, target, revision))
            .isPresent();
  }

  private static boolean holds(WorkdirState state, Target target, Revision revision) {
    String treeHash = state.fingerprint().treeHash();
    return state.fingerprint().equals(target.fingerprint(revision.id(), treeHash));
  }

  /** The outcome for one target; what goes wrong is part of it. */
  Outcome complete(Target target, Errand errand, Delivery delivery) throws InterruptedException {
    Traffic traffic = errand.targets().get(0).equals(target) ? delivery.traffic() : Traffic.NONE;
    Instant start = engine.clock().instant();
    try {
      if (delivery instanceof Delivery.Failed failed) {
        Failure own =
            new Failure(
                target.id(),
                failed.failure().doing(),
                failed.failure().reason().at(target.spec().position()));
        return Outcomes.failed(own, traffic, Duration.ZERO);
      }
      Revision revision = revision(delivery);
      Optional<WorkdirState> before = engine.workdirs().state(target.id());
      Action action = act(target, errand, delivery);
      return new Outcome(
          target.id(),
          action,
          Reasons.why(action, before, revision, target),
          Optional.of(revision.id()),
          traffic,
          Duration.between(start, engine.clock().instant()),
          Optional.empty());
    } catch (ProvisioningException e) {
      Failure failure =
          new Failure(target.id(), "writing its workdir", e.at(target.spec().position()));
      return Outcomes.failed(failure, traffic, Duration.between(start, engine.clock().instant()));
    }
  }

  private Action act(Target target, Errand errand, Delivery delivery) throws InterruptedException {
    Revision revision = revision(delivery);
    if (policy.dryRun()) {
      return upToDate(target, revision)
          ? Action.UNCHANGED
          : engine.workdirs().state(target.id()).isPresent() ? Action.UPDATED : Action.CREATED;
    }
    fire(HookEvent.Phase.BEFORE, target);
    Action action = Action.UNCHANGED;
    if (delivery instanceof Delivery.Ready ready && !upToDate(target, revision)) {
      action = write(target, errand, ready.snapshot().orElseThrow());
    } else {
      engine.noteEdits(target.id());
    }
    fire(HookEvent.Phase.AFTER, target);
    return action;
  }

  private Action write(Target target, Errand errand, Snapshot snapshot)
      throws InterruptedException {
    try {
      return materialising.write(
          target, snapshot, revision -> engine.courier(policy).refetch(errand, revision));
    } catch (IOException e) {
      throw new CacheUnusable(
          Problem.of("the workdir cannot be written: " + e)
              .at(target.spec().position())
              .because(e)
              .advise("check the disk and the rights on " + engine.workdirs().pathOf(target.id())));
    }
  }

  private void fire(HookEvent.Phase phase, Target target) throws InterruptedException {
    engine
        .hooks()
        .fire(
            new HookEvent(phase, target.id().type(), policy.goal()),
            new ProvisionContext(
                target.component(), engine.workdirs().pathOf(target.id()), engine.console()));
  }

  private static Revision revision(Delivery delivery) {
    if (delivery instanceof Delivery.Ready ready) {
      return ready.revision();
    }
    return ((Delivery.NotNeeded) delivery).revision();
  }
}
