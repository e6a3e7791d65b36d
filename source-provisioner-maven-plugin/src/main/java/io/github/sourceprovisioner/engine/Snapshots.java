package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.archive.DirectoryTree;
import io.github.sourceprovisioner.archive.TreeGuard;
import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Brings the snapshot of one errand at one revision: from the cache, else from its host. */
final class Snapshots {

  private final SnapshotCache cache;
  private final Attempts attempts;
  private final Console console;
  private final boolean offline;

  Snapshots(SnapshotCache cache, Attempts attempts, Console console, boolean offline) {
    this.cache = cache;
    this.attempts = attempts;
    this.console = console;
    this.offline = offline;
  }

  /** The snapshot; nobody is asked if the cache holds it. */
  Snapshot obtain(Errand errand, Revision revision, FetchSession session)
      throws IOException, InterruptedException {
    Optional<Snapshot> cached = cache.find(errand.location(), revision);
    if (cached.isPresent()) {
      return cached.get();
    }
    if (offline && !errand.fetcher().local(errand.location())) {
      throw missingOffline(errand);
    }
    return cache.exclusively(
        errand.location().coordinates(),
        () -> {
          Optional<Snapshot> meanwhile = cache.find(errand.location(), revision);
          return meanwhile.isPresent() ? meanwhile.get() : fetch(errand, revision, session);
        });
  }

  /** What an offline run says of a source that the cache lacks. */
  static CacheUnusable missingOffline(Errand errand) {
    return new CacheUnusable(
        Problem.of("not in the cache, and Maven is offline")
            .at(errand.declaredAt())
            .advise("run once without -o"));
  }

  private Snapshot fetch(Errand errand, Revision revision, FetchSession session)
      throws IOException, InterruptedException {
    return attempts.run(
        () -> {
          Path staging = cache.newStaging();
          try {
            Payload payload = errand.fetcher().fetch(errand.location(), revision, staging, session);
            payload.warnings().forEach(console::warn);
            try (SourceTree tree = tree(payload)) {
              TreeGuard.check(tree);
              return cache.commit(errand.location(), revision, tree);
            }
          } finally {
            cache.discard(staging);
          }
        },
        errand.retry());
  }

  private static SourceTree tree(Payload payload) throws IOException {
    if (payload instanceof Payload.Tree ready) {
      return ready.tree();
    }
    return DirectoryTree.of(((Payload.Directory) payload).root());
  }
}
