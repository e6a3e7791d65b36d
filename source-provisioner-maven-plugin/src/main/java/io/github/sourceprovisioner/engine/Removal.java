package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.workdir.Deletion;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes what was provisioned. It goes by the recorded state alone, so it works when manifests are
 * broken or gone.
 */
public final class Removal {

  private final Rooms rooms;
  private final Workdirs workdirs;
  private final Clock clock;
  private final boolean dryRun;

  Removal(Rooms rooms, boolean dryRun) {
    this.rooms = rooms;
    this.workdirs = rooms.workdirs();
    this.clock = rooms.ports().clock();
    this.dryRun = dryRun;
  }

  /** The provisioned components of a selection, sorted. */
  public List<ComponentId> candidates(Selection selection) {
    return workdirs.known().stream().filter(selection::matches).toList();
  }

  /** Removes the workdirs of these components; one that cannot be removed stops no other. */
  public Run run(List<ComponentId> components) {
    Instant start = clock.instant();
    rooms.check();
    if (!dryRun) {
      workdirs.recover();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (ComponentId id : components) {
      outcomes.add(remove(id));
    }
    return new Run(outcomes, Duration.between(start, clock.instant()));
  }

  private Outcome remove(ComponentId id) {
    Instant begun = clock.instant();
    try {
      Deletion deletion = workdirs.delete(id, dryRun);
      return new Outcome(
          id,
          Action.DELETED,
          reason(deletion),
          Optional.empty(),
          Traffic.NONE,
          Duration.between(begun, clock.instant()),
          Optional.empty());
    } catch (ProvisioningException e) {
      Failure failure = new Failure(id, "removing its workdir", e);
      return Outcomes.failed(failure, Traffic.NONE, Duration.between(begun, clock.instant()));
    }
  }

  private static String reason(Deletion deletion) {
    String removed = deletion.deleted() + (deletion.deleted() == 1 ? " file" : " files");
    if (deletion.kept().isEmpty()) {
      return removed;
    }
    return "%s; kept, since they are yours: %s"
        .formatted(removed, String.join(", ", deletion.kept()));
  }
}
