package io.github.sourceprovisioner.engine;

import static java.util.stream.Collectors.joining;

import io.github.sourceprovisioner.archive.DirectoryTree;
import io.github.sourceprovisioner.archive.TreeGuard;
import io.github.sourceprovisioner.archive.Unpacker;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings the snapshot of one errand at one revision: from the cache, else from the repository that
 * the team shares, else from its host.
 */
record Snapshots(
    Rooms rooms, Policy policy, Attempts attempts, LockRules rules, SharedSnapshots shared) {

  /** The snapshot; nobody is asked if the cache holds it. */
  Snapshot obtain(Errand errand, Revision revision, FetchSession session)
      throws IOException, InterruptedException {
    Optional<Snapshot> cached = rooms.cache().find(errand.location(), revision);
    if (cached.filter(rules::agrees).isPresent()) {
      return cached.get();
    }
    if (!policy.mayFetch(errand)) {
      cached.ifPresent(rules::proven);
      throw rooms.cache().isDamaged(errand.location(), revision)
          ? damagedOffline(revision)
          : missingOffline();
    }
    return rooms
        .cache()
        .exclusively(
            errand.location().coordinates(),
            () -> {
              Optional<Snapshot> meanwhile = rooms.cache().find(errand.location(), revision);
              return meanwhile.filter(rules::agrees).isPresent()
                  ? meanwhile.get()
                  : rules.proven(fetch(errand, revision, session));
            });
  }

  /**
   * Lets a fetcher bring at once what it will be asked for one by one. Nothing to do for a single
   * stop, for what the cache holds, and for hosts that may not be asked.
   *
   * @param stops to one fetcher under one URL
   * @return whether there was something to bring
   */
  boolean gather(List<Round.Stop> stops) throws IOException, InterruptedException {
    Round.Stop first = stops.get(0);
    Errand errand = first.errand();
    if (policy.dryRun() || !policy.mayAsk(errand) || lacking(stops).size() < 2) {
      return false;
    }
    return rooms
        .cache()
        .exclusively(
            errand.location().coordinates(),
            () -> {
              shared.bring(stops);
              Map<SourceLocation, Revision> wanted = lacking(stops);
              return wanted.size() > 1 && attempts.run(() -> gather(first, wanted), errand.retry());
            });
  }

  private static boolean gather(Round.Stop first, Map<SourceLocation, Revision> wanted)
      throws IOException, InterruptedException {
    FetchSession session = first.session();
    return TimeLimit.within(
        session.timeout(),
        () -> {
          first.errand().fetcher().gather(wanted, session);
          return true;
        });
  }

  private Map<SourceLocation, Revision> lacking(List<Round.Stop> stops) {
    Map<SourceLocation, Revision> wanted = new LinkedHashMap<>();
    for (Round.Stop stop : stops) {
      SourceLocation location = stop.errand().location();
      if (rooms.cache().find(location, stop.revision()).isEmpty()) {
        wanted.put(location, stop.revision());
      }
    }
    return wanted;
  }

  private static CacheUnusable damagedOffline(Revision revision) {
    return new CacheUnusable(
        Problem.of(
                "its snapshot in the cache at %s is damaged, and Maven is offline"
                    .formatted(revision.id()))
            .advise("run once without -o, so that it is fetched again")
            .advise("name a cache that holds it with -Dsource.cacheDirectory=…"));
  }

  /** What an offline run says of a source that the cache lacks. */
  static CacheUnusable missingOffline() {
    return new CacheUnusable(
        Problem.of("not in the cache, and Maven is offline")
            .advise("run once without -o")
            .advise("name a cache that holds it with -Dsource.cacheDirectory=…"));
  }

  private Snapshot fetch(Errand errand, Revision revision, FetchSession session)
      throws IOException, InterruptedException {
    if (rooms.cache().isDamaged(errand.location(), revision)) {
      rooms
          .ports()
          .console()
          .warn(
              "the cached snapshot of %s was damaged and is fetched again"
                  .formatted(errand.location()));
    }
    shared.bring(List.of(new Round.Stop(errand, revision, session)));
    Optional<Snapshot> given = rooms.cache().find(errand.location(), revision);
    return given.filter(rules::agrees).isPresent()
        ? given.get()
        : fromHost(errand, revision, session);
  }

  private Snapshot fromHost(Errand errand, Revision revision, FetchSession session)
      throws IOException, InterruptedException {
    try {
      return attempts.run(() -> attempt(errand, revision, session), errand.retry());
    } catch (IntegrityMismatch e) {
      return attempts.run(
          () -> new Repacked(this, errand, revision).instead(e, session), errand.retry());
    }
  }

  private Snapshot attempt(Errand errand, Revision revision, FetchSession session)
      throws IOException, InterruptedException {
    return fetched(errand, revision, session, tree -> store(errand, revision, tree));
  }

  /** Keeps a tree; of one that stays at hand elsewhere, only the list of its files. */
  Snapshot store(Errand errand, Revision revision, SourceTree tree) throws IOException {
    return errand.fetcher().atHand(errand.location())
        ? rooms.cache().listed().commit(errand.location(), revision, tree)
        : rooms.cache().commit(errand.location(), revision, tree);
  }

  /** What is made of a tree that was fetched. */
  interface Use {
    Snapshot of(SourceTree tree) throws IOException;
  }

  /** Fetches a revision, and uses its tree once it has been checked. */
  Snapshot fetched(Errand errand, Revision revision, FetchSession session, Use use)
      throws IOException, InterruptedException {
    Path staging = rooms.cache().newStaging();
    try {
      Payload payload =
          TimeLimit.within(
              session.timeout(),
              () -> errand.fetcher().fetch(errand.location(), revision, staging, session));
      for (String warning : payload.warnings()) {
        rooms.ports().console().warn(errand.location() + ": " + warning);
      }
      try (SourceTree tree = tree(payload, errand.location().subdir(), staging)) {
        TreeGuard.check(tree);
        return use.of(tree);
      }
    } finally {
      rooms.cache().discard(staging);
    }
  }

  /** What a fetcher brought, as a tree that the caller closes. */
  static SourceTree tree(Payload payload, String subdir, Path staging) throws IOException {
    if (payload instanceof Payload.Archives packed) {
      String directory =
          Stream.of(packed.root(), subdir).filter(d -> !d.isEmpty()).collect(joining("/"));
      return Unpacker.standard().unpack(packed.files(), directory, staging);
    }
    return payload instanceof Payload.Tree ready
        ? ready.tree()
        : DirectoryTree.of(((Payload.Directory) payload).root());
  }
}
