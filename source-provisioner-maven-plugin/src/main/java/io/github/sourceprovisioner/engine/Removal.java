package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
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

  private final Workdirs workdirs;
  private final Clock clock;
  private final boolean dryRun;

  Removal(Workdirs workdirs, Clock clock, boolean dryRun) {
    this.workdirs = workdirs;
    this.clock = clock;
    this.dryRun = dryRun;
  }

  /** The provisioned components of a selection, sorted. */
  public List<ComponentId> candidates(Selection selection) {
    return workdirs.known().stream().filter(selection::matches).toList();
  }

  /** Removes the workdirs of these components. */
  public Run run(List<ComponentId> components) {
    Instant start = clock.instant();
    if (!dryRun) {
      workdirs.recover();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (ComponentId id : components) {
      Instant begun = clock.instant();
      Deletion deletion = workdirs.delete(id, dryRun);
      outcomes.add(
          new Outcome(
              id,
              Action.DELETED,
              reason(deletion),
              Optional.empty(),
              Traffic.NONE,
              Duration.between(begun, clock.instant()),
              Optional.empty()));
    }
    return new Run(outcomes, Duration.between(start, clock.instant()));
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
