package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.workdir.WorkdirState;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.nio.file.Files;

/** Decides which workdirs lack the content of a revision; asks nobody and reads only states. */
record Needs(Workdirs workdirs, Policy policy, Lock lock) implements Courier.Need {

  @Override
  public boolean of(Errand errand, Revision revision) {
    return errand.targets().stream().anyMatch(target -> of(target, revision));
  }

  /** Whether the workdir of one target has to be written. */
  boolean of(Target target, Revision revision) {
    return policy.forces(target)
        || !Files.isDirectory(workdirs.pathOf(target.id()))
        || workdirs.state(target.id()).filter(state -> holds(state, target, revision)).isEmpty();
  }

  private boolean holds(WorkdirState state, Target target, Revision revision) {
    String treeHash = lock.tree(target.location(), revision).orElse(state.fingerprint().treeHash());
    return state.fingerprint().equals(target.fingerprint(revision.id(), treeHash));
  }
}
