package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Snapshot;
import java.util.List;

/**
 * What a verification found.
 *
 * @param components how many were looked at
 * @param sound the snapshots of the cache that were read to their end and are as locked
 * @param damaged those that are not
 * @param failures what is not as it is locked, component by component
 */
public record Verified(
    int components, List<Snapshot> sound, List<Snapshot> damaged, List<Failure> failures) {

  public Verified {
    sound = List.copyOf(sound);
    damaged = List.copyOf(damaged);
    failures = List.copyOf(failures);
  }
}
