package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists what the cache holds. Foreign and damaged files are passed over; nothing is written. */
public final class CacheInventory {

  private static final Comparator<StoredEntry> ORDER =
      Comparator.comparing((StoredEntry e) -> e.coordinates().toString())
          .thenComparing(e -> e.shown().subdir())
          .thenComparing(e -> e.shown().revision())
          .thenComparing(e -> e.files().base());

  private final CacheLayout layout;
  private final KnownRevisions revisions;

  /** The inventory of a cache that need not exist. */
  public CacheInventory(Path root) {
    this.layout = new CacheLayout(root);
    this.revisions = new KnownRevisions(layout);
  }

  /** All entries, by coordinates, subdirectory and revision. */
  public List<CacheEntry> list() {
    return list(Set.of(), Optional.empty());
  }

  /**
   * The entries of a selection, in the same order.
   *
   * @param types used by one of these component types; empty means all
   * @param uri a glob for the whole URL, or a part of the URL or of the coordinates
   */
  public List<CacheEntry> list(Set<String> types, Optional<String> uri) {
    EntryCheck check = new EntryCheck(layout);
    Selection selection = new Selection(types, uri);
    return scan().stream()
        .filter(selection::touches)
        .filter(entry -> check.looksSound(entry.key()).isPresent())
        .map(StoredEntry::shown)
        .toList();
  }

  /** Everything with a sound marker in its place, also if other files of it are damaged. */
  List<StoredEntry> scan() {
    List<StoredEntry> entries = new ArrayList<>();
    if (Files.isDirectory(layout.root())) {
      try {
        Path start = layout.root().toRealPath();
        Files.walkFileTree(start, new Markers(start, entries));
      } catch (IOException e) {
        throw new CacheTrouble(layout.root()).unreadable(e);
      }
    }
    entries.sort(ORDER);
    return entries;
  }

  private final class Markers extends SimpleFileVisitor<Path> {

    private final Path start;
    private final List<StoredEntry> entries;

    /** The root itself may be a link, which a walk would not follow. */
    Markers(Path start, List<StoredEntry> entries) {
      this.start = start;
      this.entries = entries;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean internal = directory.equals(start.resolve(CacheLayout.INTERNAL));
      return internal ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) {
      Path file = layout.root().resolve(start.relativize(found));
      if (String.valueOf(file.getFileName()).endsWith(EntryFiles.MARKER)) {
        Marker.read(file)
            .filter(marker -> layout.entry(marker.key()).marker().equals(file))
            .ifPresent(marker -> entries.add(entry(marker)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  private StoredEntry entry(Marker marker) {
    EntryKey key = marker.key();
    EntryFiles files = layout.entry(key);
    UseRecord uses = new UseRecord(files);
    CacheEntry shown =
        new CacheEntry(
            key.coordinates(),
            marker.url(),
            key.subdir(),
            key.revision(),
            marker.treeHash(),
            bytes(files.all()),
            uses.last().orElse(marker.created()),
            lastChecked(key),
            uses.types());
    return new StoredEntry(shown, key, files);
  }

  private Optional<Instant> lastChecked(EntryKey key) {
    return revisions.all(key.coordinates()).values().stream()
        .filter(known -> known.revision().id().equals(key.revision()))
        .map(KnownRevision::checkedAt)
        .filter(checked -> checked.isAfter(Instant.EPOCH))
        .max(Comparator.naturalOrder());
  }

  private static long bytes(List<Path> files) {
    return files.stream()
        .flatMap(file -> PlainFiles.attributes(file).stream())
        .mapToLong(BasicFileAttributes::size)
        .sum();
  }
}
