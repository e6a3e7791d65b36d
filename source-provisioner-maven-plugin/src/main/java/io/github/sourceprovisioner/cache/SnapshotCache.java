package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The snapshots of one cache directory. Any number of threads and processes may use one at a time;
 * that is correct without locks, which only save work.
 */
public final class SnapshotCache {

  private final CacheLayout layout;
  private final CacheLocks locks;
  private final Clock clock;
  private final Console console;
  private final EntryCheck check;
  private final KnownRevisions revisions;
  private final Set<EntryFiles> reported = ConcurrentHashMap.newKeySet();

  /**
   * A cache that need not exist yet. Nothing is written before something is stored.
   *
   * @param root a Maven repository layout of our own; absolute
   */
  public SnapshotCache(Path root, CacheLocks locks, Clock clock, Console console) {
    this.layout = new CacheLayout(root);
    this.locks = locks;
    this.clock = clock;
    this.console = console;
    this.check = new EntryCheck(layout);
    this.revisions = new KnownRevisions(layout);
  }

  /**
   * The snapshot of a location at a revision, after checks that read none of its content; empty if
   * there is none, or one that looks damaged.
   */
  public Optional<Snapshot> find(SourceLocation location, Revision revision) {
    return check
        .looksSound(EntryKey.of(location, revision))
        .map(marker -> new Snapshot(location, revision, marker.treeHash()));
  }

  /** Whether there is an entry that {@link #find} does not take, since it looks damaged. */
  public boolean isDamaged(SourceLocation location, Revision revision) {
    EntryKey key = EntryKey.of(location, revision);
    return PlainFiles.attributes(layout.entry(key).marker()).isPresent()
        && check.looksSound(key).isEmpty();
  }

  /**
   * Stores a tree and returns its snapshot. If another run has stored the same tree, that one is
   * verified and kept; anything else under this key is replaced. Of the revisions of a {@link
   * Stability#LOCAL} location the older ones go, unless they were used within the last hour.
   *
   * @param tree one that has been checked; the caller closes it
   * @throws IOException if the tree cannot be read
   * @throws CacheUnusable if the cache cannot be written; what was stored before is intact
   */
  public Snapshot commit(SourceLocation location, Revision revision, SourceTree tree)
      throws IOException {
    Path directory = newStaging();
    try {
      return new SnapshotCommit(layout, clock, directory).commit(location, revision, tree);
    } finally {
      discard(directory);
    }
  }

  /** The snapshots whose content stays elsewhere on this machine. */
  public ListedSnapshots listed() {
    return new ListedSnapshots(layout, clock);
  }

  /**
   * Opens a snapshot. The list of files is checked against the tree hash now, every file against
   * the list when its stream has been read to the end.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if the entry is damaged, or gone
   *     since {@link #find}; the streams throw it, too. {@link #setAside} and a fetch heal it.
   */
  public SourceTree open(Snapshot snapshot) throws IOException {
    return new SnapshotReader(layout, snapshot).open();
  }

  /**
   * Moves a damaged entry out of the way, with one warning. An entry that another run has healed
   * meanwhile stays. In a cache that cannot be written nothing happens.
   */
  public void setAside(Snapshot snapshot) {
    EntryKey key = EntryKey.of(snapshot.location(), snapshot.revision());
    EntryFiles files = layout.entry(key);
    if (check.isSound(key).filter(m -> m.treeHash().equals(snapshot.treeHash())).isPresent()) {
      return;
    }
    if (reported.add(files)) {
      console.warn(
          "the cached snapshot of " + snapshot.location() + " was damaged and has been set aside");
    }
    try {
      if (PlainFiles.isBelow(layout.root(), files.directory())) {
        new Trash(layout).take(files.all());
      }
    } catch (IOException e) {
      console.debug("cannot set " + files.zip() + " aside: " + e);
    }
  }

  /** Notes that a component of a type uses the snapshot now. A read-only cache stays as it is. */
  public void used(Snapshot snapshot, String componentType) {
    EntryFiles files = layout.entry(EntryKey.of(snapshot.location(), snapshot.revision()));
    if (!Files.isWritable(files.directory())) {
      return;
    }
    try {
      new UseRecord(files).touch(componentType, clock.instant());
    } catch (IOException e) {
      console.debug("cannot note the use of " + files.zip() + ": " + e);
    }
  }

  /**
   * The directory of an object store, which exists then and is no link. Use it under {@link
   * #exclusively}.
   */
  public Path store(Coordinates coordinates, String scheme) {
    return new CacheTrouble(layout.root()).directory(layout.store(coordinates, scheme));
  }

  /** A new, empty directory on the disk of the cache. The caller deletes it. */
  public Path newStaging() throws IOException {
    return new Staging(layout).create();
  }

  /** Removes what runs that died left behind; safe while others are running. */
  public void sweep() {
    new Sweep(layout, clock.instant(), console).run();
  }

  /** Does work while no other thread and no other process does work for the same place. */
  public <T> T exclusively(Coordinates coordinates, Work<T> work)
      throws IOException, InterruptedException {
    return locks.exclusively(coordinates, work);
  }

  /** What the ref of the location meant, and when that was asked; empty if it never was. */
  public Optional<KnownRevision> known(SourceLocation location) {
    return revisions.known(location);
  }

  /**
   * Remembers that the host of the location has just answered this. If that cannot be written, the
   * next run asks again.
   */
  public void remember(SourceLocation location, Revision revision) {
    KnownRevision known = new KnownRevision(revision, clock.instant());
    try {
      locks.exclusively(
          location.coordinates(),
          () -> {
            revisions.remember(location, known);
            return known;
          });
    } catch (IOException | CacheUnusable e) {
      console.debug("cannot remember what " + location + " means: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Deletes a staging directory; what cannot be deleted now is swept later. */
  public void discard(Path directory) {
    try {
      PlainFiles.delete(directory);
    } catch (IOException e) {
      console.debug("cannot remove " + directory + " yet: " + e);
    }
  }
}
