package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.util.Optional;

/** Does one errand: finds the revision and, if a workdir needs it, the snapshot. */
final class Courier {

  /** Whether any workdir lacks the content of a revision. */
  interface Need {
    boolean of(Errand errand, Revision revision);
  }

  private final SnapshotCache cache;
  private final Revisions revisions;
  private final Snapshots snapshots;
  private final Policy policy;
  private final TransferListener display;

  Courier(
      SnapshotCache cache,
      Revisions revisions,
      Snapshots snapshots,
      Policy policy,
      TransferListener display) {
    this.cache = cache;
    this.revisions = revisions;
    this.snapshots = snapshots;
    this.policy = policy;
    this.display = display;
  }

  /** The result; what goes wrong is part of it, so that other errands go on. */
  Delivery run(Errand errand, Need need) throws InterruptedException {
    FetchSession session = session(errand);
    try {
      Revision revision = revisions.of(errand, session);
      if (!need.of(errand, revision)) {
        return new Delivery.NotNeeded(revision, session.traffic());
      }
      Optional<Snapshot> snapshot =
          policy.dryRun()
              ? Optional.empty()
              : Optional.of(snapshots.obtain(errand, revision, session));
      return new Delivery.Ready(revision, snapshot, session.traffic());
    } catch (ProvisioningException e) {
      return new Delivery.Failed(failure(errand, e), session.traffic());
    } catch (IOException e) {
      return new Delivery.Failed(failure(errand, unusable(e)), session.traffic());
    }
  }

  /** Brings a snapshot that turned out to be damaged once more. */
  Snapshot refetch(Errand errand, Revision revision) throws IOException, InterruptedException {
    return snapshots.obtain(errand, revision, session(errand));
  }

  /** What the fetcher of an errand is given. */
  FetchSession session(Errand errand) {
    return new FetchSession(
        () -> cache.store(errand.location().coordinates(), errand.location().scheme()),
        errand,
        policy,
        display);
  }

  private static Failure failure(Errand errand, ProvisioningException reason) {
    return new Failure(errand.targets().get(0).id(), "fetching " + errand.location(), reason);
  }

  private static CacheUnusable unusable(IOException e) {
    return new CacheUnusable(
        Problem.of("the cache cannot be used: " + e)
            .because(e)
            .advise("check the disk, or name another directory with -Dsource.cacheDirectory=…"));
  }
}
