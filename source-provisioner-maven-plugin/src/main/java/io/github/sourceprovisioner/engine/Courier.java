package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;

/** Does one errand: finds the revision and, if a workdir needs it, the snapshot. */
record Courier(Rooms rooms, Policy policy, Revisions revisions, Snapshots snapshots) {

  /** Whether any workdir lacks the content of a revision. */
  interface Need {
    boolean of(Errand errand, Revision revision);
  }

  /** What a fetcher is asked to do. */
  private interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /** The courier of one run. */
  static Courier of(Rooms rooms, Policy policy) {
    Attempts attempts =
        new Attempts(
            rooms.ports().clock(),
            time -> Thread.sleep(time.toMillis()),
            new Random(),
            rooms.ports().console());
    return new Courier(
        rooms,
        policy,
        new Revisions(rooms, policy, attempts),
        new Snapshots(rooms, policy, attempts));
  }

  /** The result; what goes wrong is part of it, so that other errands go on. */
  Delivery run(Errand errand, Need need) throws InterruptedException {
    FetchSession session = FetchSession.of(rooms, errand, policy);
    Optional<Revision> found = Optional.empty();
    try {
      Revision revision = guarded(errand, () -> revisions.of(errand, session));
      found = Optional.of(revision);
      if (!need.of(errand, revision)) {
        return new Delivery.NotNeeded(revision, session.traffic());
      }
      Optional<Snapshot> snapshot =
          policy.dryRun() ? Optional.empty() : Optional.of(bring(errand, revision, session));
      return new Delivery.Ready(revision, snapshot, session.traffic());
    } catch (ProvisioningException e) {
      return new Delivery.Failed(found, e, session.traffic());
    }
  }

  /** Brings the snapshot, also once more if it turned out to be damaged. */
  Snapshot bring(Errand errand, Revision revision, FetchSession session)
      throws InterruptedException {
    return guarded(errand, () -> snapshots.obtain(errand, revision, session));
  }

  /** Whatever one fetcher does wrong, even to the heap or the stack, concerns its source alone. */
  private static <T> T guarded(Errand errand, Work<T> work) throws InterruptedException {
    try {
      return work.run();
    } catch (ProvisioningException e) {
      throw stopped(e, e);
    } catch (IOException e) {
      throw stopped(e, unusable(e));
    } catch (RuntimeException | Error e) {
      throw stopped(e, Breakdown.of(errand.fetcher(), e));
    }
  }

  /** Somebody who was told to stop has not failed, whatever he answered. */
  private static ProvisioningException stopped(Throwable answer, ProvisioningException failure)
      throws InterruptedException {
    if (Thread.interrupted()) {
      InterruptedException stop = new InterruptedException("stopped while fetching");
      stop.initCause(answer);
      throw stop;
    }
    return failure;
  }

  private static CacheUnusable unusable(IOException e) {
    return new CacheUnusable(
        Problem.of("the cache cannot be used: " + e)
            .because(e)
            .advise("check the disk, or name another directory with -Dsource.cacheDirectory=…"));
  }
}
