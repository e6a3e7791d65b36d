package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.workdir.Fingerprint;
import io.github.sourceprovisioner.workdir.WorkdirState;
import java.util.Optional;

/** Says in a few words why a workdir was written or left alone. */
final class Reasons {

  private Reasons() {}

  static String why(
      Action action, Optional<WorkdirState> before, Revision revision, Target target) {
    if (action == Action.UNCHANGED) {
      return "up to date";
    }
    if (action == Action.CREATED || before.isEmpty()) {
      return "no workdir yet";
    }
    Fingerprint old = before.get().fingerprint();
    Fingerprint now = target.fingerprint(revision.id(), old.treeHash());
    if (!old.location().equals(now.location())) {
      return "the source is another one";
    }
    if (!old.filters().equals(now.filters())) {
      return "the filters changed";
    }
    if (!old.revision().equals(now.revision())) {
      return "%s is %s now, the workdir held %s"
          .formatted(
              target.location().ref().orElse("the source"),
              shortened(now.revision()),
              shortened(old.revision()));
    }
    return "forced";
  }

  private static String shortened(String revision) {
    return revision.length() > 12 ? revision.substring(0, 12) : revision;
  }
}
