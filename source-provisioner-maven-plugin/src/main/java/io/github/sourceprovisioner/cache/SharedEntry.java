package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.SourceTree;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One snapshot as files of a Maven repository: a zip, the lines of its tree hash, and a marker that
 * promises both. Whoever adds them adds the marker last.
 */
public final class SharedEntry {

  private final EntryKey key;

  private SharedEntry(EntryKey key) {
    this.key = key;
  }

  /** The entry of a location at a revision, whether it exists anywhere or not. */
  public static SharedEntry of(SourceLocation location, Revision revision) {
    return new SharedEntry(EntryKey.of(location, revision));
  }

  /** A directory of the cache for what comes from repositories and is not verified yet. */
  public static Path downloads(Path root) {
    return new CacheLayout(root).downloads();
  }

  /** Says what belongs to the others. */
  public SharedFile marker() {
    return SharedName.of(key, "properties");
  }

  /** The lines whose SHA-256 is the tree hash. */
  public SharedFile lines() {
    return SharedName.of(key, "t1");
  }

  /** The content. */
  public SharedFile zip() {
    return SharedName.of(key, "zip");
  }

  /**
   * Reads the marker that a repository gave.
   *
   * @throws IntegrityMismatch if it is damaged, or the one of another entry
   */
  public SharedPromise promise(Path file) {
    Marker marker =
        Marker.read(file).orElseThrow(() -> mismatch(marker(), "no marker, or damaged"));
    if (!marker.key().equals(key)) {
      throw mismatch(marker(), "the marker of another snapshot");
    }
    return SharedPromise.of(marker);
  }

  /**
   * Opens what a repository gave. Size and digest of the zip and the list of files are checked now,
   * every file against the list when its stream has been read to the end.
   *
   * @throws IntegrityMismatch if anything is not as promised; the streams throw it, too
   */
  public SourceTree open(SharedPromise promise, Path lines, Path zip) {
    if (!PlainFiles.isFile(zip, promise.size())) {
      throw mismatch(zip(), "another size than promised");
    }
    if (!EntryCheck.sha256(zip).equals(Optional.of(promise.sha256()))) {
      throw mismatch(zip(), "another SHA-256 than promised");
    }
    return new TreeReader(zip, lines, promise.treeHash(), what -> mismatch(zip(), what)).open();
  }

  /**
   * The files of the entry in a cache, with every byte verified; empty if it is damaged or gone.
   *
   * @param root of the cache
   */
  public Optional<SharedContent> content(Path root) {
    CacheLayout layout = new CacheLayout(root);
    EntryFiles files = layout.entry(key);
    return new EntryCheck(layout)
        .isSound(key)
        .map(SharedPromise::of)
        .map(p -> new SharedContent(p, files.marker(), files.lines(), files.zip()));
  }

  private static IntegrityMismatch mismatch(SharedFile file, String what) {
    return new IntegrityMismatch(
        Problem.of("%s is not what it should be: %s".formatted(file, what))
            .advise("delete that version from the repository, and run source:publish again"));
  }
}
