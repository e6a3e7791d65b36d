package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.time.Instant;
import java.util.List;

/**
 * What is known about one workdir: the only source of what may be deleted or replaced in it.
 *
 * @param id whose workdir it is
 * @param fingerprint what it was made from
 * @param provisionedAt when
 * @param files everything that was written; empty after a deletion that left files of the user
 */
public record WorkdirState(
    ComponentId id, Fingerprint fingerprint, Instant provisionedAt, List<OwnedFile> files) {

  public WorkdirState {
    files = List.copyOf(files);
  }

  /** The state of a workdir in which only files of the user are left. */
  WorkdirState withoutFiles() {
    return new WorkdirState(id, fingerprint, provisionedAt, List.of());
  }
}
