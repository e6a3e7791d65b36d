package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.Traffic;
import java.util.Optional;

/** How an {@link Errand} ended. */
sealed interface Delivery {

  /** What it cost. */
  Traffic traffic();

  /** The revision is known, and no workdir needs the content. */
  record NotNeeded(Revision revision, Traffic traffic) implements Delivery {}

  /** The content is in the cache; a dry run has no snapshot. */
  record Ready(Revision revision, Optional<Snapshot> snapshot, Traffic traffic)
      implements Delivery {}

  /**
   * It failed, for everybody who needs it.
   *
   * @param revision present if only the content is missing: who has that is not concerned
   */
  record Failed(Optional<Revision> revision, ProvisioningException reason, Traffic traffic)
      implements Delivery {}
}
