package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens snapshots: from the cache, or from where the fetcher keeps the content if the cache has but
 * the list of files. What is gone there the fetcher brings again.
 */
record Opening(SnapshotCache cache, Errand errand, FetchSession session) {

  /** The tree, of which every stream checks itself. */
  SourceTree open(Snapshot snapshot) throws IOException, InterruptedException {
    return cache.listed().holds(snapshot) ? reopened(snapshot) : cache.open(snapshot);
  }

  private SourceTree reopened(Snapshot snapshot) throws IOException, InterruptedException {
    Path staging = cache.newStaging();
    try {
      SourceTree content = content(snapshot, staging);
      try {
        return new Passing(cache.listed().check(snapshot, content), cache, staging);
      } catch (RuntimeException e) {
        content.close();
        throw e;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      cache.discard(staging);
      throw e;
    }
  }

  private SourceTree content(Snapshot snapshot, Path staging) throws InterruptedException {
    SourceLocation location = snapshot.location();
    try {
      Payload payload =
          TimeLimit.within(
              session.timeout(),
              () -> errand.fetcher().fetch(location, snapshot.revision(), staging, session));
      return Snapshots.tree(payload, location.subdir(), staging);
    } catch (IOException e) {
      throw new CacheUnusable(
          Problem.of("its content cannot be read where it stays: " + e)
              .because(e)
              .advise("check the disk, and the rights on that file"));
    } catch (ProvisioningException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Breakdown.of(errand.fetcher(), e);
    }
  }

  /** A tree whose staging directory goes when it is closed. */
  private record Passing(SourceTree tree, SnapshotCache cache, Path staging) implements SourceTree {

    @Override
    public List<TreeEntry> entries() {
      return tree.entries();
    }

    @Override
    public InputStream open(TreeEntry entry) throws IOException {
      return tree.open(entry);
    }

    @Override
    public Optional<String> proven(TreeEntry entry) {
      return tree.proven(entry);
    }

    @Override
    public void close() throws IOException {
      try {
        tree.close();
      } finally {
        cache.discard(staging);
      }
    }
  }
}
