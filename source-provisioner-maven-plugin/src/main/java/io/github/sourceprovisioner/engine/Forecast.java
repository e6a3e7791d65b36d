package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Status;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.util.Optional;

/** Says what would become of a workdir that has to be written, and writes nothing. */
record Forecast(Workdirs workdirs, Policy policy) {

  /**
   * What a real run would do.
   *
   * @throws WorkdirModified if it would stop
   */
  Action of(Target target) {
    Optional<Status> status = workdirs.inspect(target.id(), Optional.empty());
    boolean foreign = workdirs.state(target.id()).isEmpty();
    if (status.filter(Status.MODIFIED::equals).isPresent() && (foreign || !policy.forces(target))) {
      throw new WorkdirModified(
          Problem.of(
                  "a real run would stop, since %s holds %s"
                      .formatted(
                          workdirs.pathOf(target.id()),
                          foreign
                              ? "what this plugin did not make"
                              : "provisioned files that were edited or deleted"))
              .advise("move what you need to another place, then run with -Dsource.force=true")
              .advise("see which workdirs are modified with source:list"));
    }
    return status.filter(Status.MISSING::equals).isPresent() ? Action.CREATED : Action.UPDATED;
  }
}
