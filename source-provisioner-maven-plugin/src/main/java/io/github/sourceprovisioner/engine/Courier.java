package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Does the steps of an errand: finds the revision and, if a workdir needs it, the snapshot. */
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
  static Courier of(Rooms rooms, Policy policy, Lock lock) {
    Attempts attempts =
        new Attempts(
            rooms.ports().clock(),
            time -> Thread.sleep(time.toMillis()),
            new Random(),
            rooms.ports().console());
    return new Courier(
        rooms,
        policy,
        new Revisions(rooms, policy, attempts, lock),
        new Snapshots(
            rooms, policy, attempts, new LockRules(lock, policy), new SharedSnapshots(rooms)));
  }

  /** What an errand may use; it has cost nothing yet. */
  FetchSession session(Errand errand) {
    return FetchSession.of(rooms, errand, policy);
  }

  /** What the location of an errand means. */
  Revision resolve(Errand errand, FetchSession session) throws InterruptedException {
    return guarded(errand, () -> revisions.of(errand, session));
  }

  /**
   * Asks a host for all that several stops lack. The first one pays.
   *
   * @throws ProvisioningException if it does not answer: then none of them can be delivered
   */
  void gather(List<Round.Stop> stops) throws InterruptedException {
    Round.Stop first = stops.get(0);
    guarded(first.errand(), () -> snapshots.gather(stops));
  }

  /** The end of one stop; what goes wrong is part of it, so that other errands go on. */
  Delivery deliver(Round.Stop stop) throws InterruptedException {
    FetchSession session = stop.session();
    try {
      Optional<Snapshot> snapshot =
          policy.dryRun()
              ? Optional.empty()
              : Optional.of(bring(stop.errand(), stop.revision(), session));
      return new Delivery.Ready(stop.revision(), snapshot, session.traffic());
    } catch (ProvisioningException e) {
      return new Delivery.Failed(Optional.of(stop.revision()), e, session.traffic());
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
