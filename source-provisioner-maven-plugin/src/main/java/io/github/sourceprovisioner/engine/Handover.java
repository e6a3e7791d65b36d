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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One component gets what was delivered: content into its workdir, hooks around it. Used once. */
final class Handover {

  private static final String WRITING = "writing its workdir";

  /** A hook that fails says itself what was being done. */
  private static final String HOOKS = "";

  private final Completion shared;
  private final Target target;
  private final Errand errand;
  private final Delivery delivery;
  private String doing = WRITING;
  private Traffic traffic;

  Handover(Completion shared, Target target, Errand errand, Delivery delivery) {
    this.shared = shared;
    this.target = target;
    this.errand = errand;
    this.delivery = delivery;
    this.traffic =
        errand.targets().get(0).id().equals(target.id()) ? delivery.traffic() : Traffic.NONE;
  }

  /** Does it; what goes wrong is part of the outcome. */
  Outcome run() throws InterruptedException {
    Clock clock = shared.rooms().ports().clock();
    Instant start = clock.instant();
    try {
      Revision revision = revision();
      Optional<WorkdirState> before = shared.rooms().workdirs().state(target.id());
      Action action = shared.policy().dryRun() ? foreseen(revision) : done(revision);
      return new Outcome(
          target.id(),
          action,
          Reasons.why(action, before, revision, target),
          Optional.of(revision.id()),
          traffic,
          Duration.between(start, clock.instant()),
          Optional.empty());
    } catch (ProvisioningException e) {
      Failure failure = new Failure(target.id(), doing, declared(e));
      return Outcomes.failed(failure, traffic, Duration.between(start, clock.instant()));
    }
  }

  private Revision revision() {
    if (delivery instanceof Delivery.Failed failed) {
      Optional<Revision> held =
          failed.revision().filter(revision -> !shared.needs().of(target, revision));
      doing = held.isPresent() ? WRITING : errand.doing();
      return held.orElseThrow(failed::reason);
    }
    return delivery instanceof Delivery.Ready ready
        ? ready.revision()
        : ((Delivery.NotNeeded) delivery).revision();
  }

  /** A source that several components share is declared in each of them. */
  private ProvisioningException declared(ProvisioningException e) {
    boolean known = e.position().isPresent() && !doing.equals(errand.doing());
    return known ? e : e.at(target.spec().position());
  }

  private Action foreseen(Revision revision) {
    return shared.needs().of(target, revision)
        ? new Forecast(shared.rooms().workdirs(), shared.policy()).of(target)
        : Action.UNCHANGED;
  }

  private Action done(Revision revision) throws InterruptedException {
    fire(HookEvent.Phase.BEFORE);
    Action action = Action.UNCHANGED;
    if (delivery instanceof Delivery.Ready ready && shared.needs().of(target, revision)) {
      action = write(ready.snapshot().orElseThrow());
    } else {
      noteEdits();
    }
    fire(HookEvent.Phase.AFTER);
    return action;
  }

  private Action write(Snapshot snapshot) throws InterruptedException {
    FetchSession session = shared.courier().session(errand);
    Materialising materialising =
        new Materialising(
            shared.rooms().cache(),
            shared.rooms().workdirs(),
            shared.policy(),
            new Opening(shared.rooms().cache(), errand, session));
    try {
      return materialising.write(
          target,
          snapshot,
          shared.policy().mayFetch(errand) ? Optional.of(this::again) : Optional.empty());
    } catch (IOException e) {
      throw new CacheUnusable(
          Problem.of("the workdir cannot be written: " + e)
              .because(e)
              .advise(
                  "check the disk and the rights on "
                      + shared.rooms().workdirs().pathOf(target.id())));
    } finally {
      traffic = traffic.plus(session.traffic());
    }
  }

  private Snapshot again(Revision revision) throws InterruptedException {
    FetchSession session = FetchSession.of(shared.rooms(), errand, shared.policy());
    doing = errand.doing();
    try {
      Snapshot snapshot = shared.courier().bring(errand, revision, session);
      doing = WRITING;
      return snapshot;
    } finally {
      traffic = traffic.plus(session.traffic());
    }
  }

  private void fire(HookEvent.Phase phase) throws InterruptedException {
    HookEvent event = new HookEvent(phase, target.id().type(), shared.policy().goal());
    ProvisionContext context =
        new ProvisionContext(
            target.component(),
            shared.rooms().workdirs().pathOf(target.id()),
            shared.rooms().ports().console());
    doing = HOOKS;
    shared.rooms().hooks().fire(event, context);
    doing = WRITING;
  }

  /** Tells the user of edits in a workdir that is left alone. */
  private void noteEdits() {
    List<String> edited = shared.edited(target.id());
    if (!edited.isEmpty()) {
      shared
          .rooms()
          .ports()
          .console()
          .warn(
              "%s: %d provisioned file%s edited or deleted in %s, and kept so (%s). To have them"
                      .formatted(
                          target.id(),
                          edited.size(),
                          edited.size() == 1 ? " was" : "s were",
                          shared.rooms().workdirs().pathOf(target.id()),
                          edited.get(0))
                  + " back, use -Dsource.force=true");
    }
  }
}
