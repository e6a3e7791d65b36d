package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds and removes what a run left that died between the first file of an entry and its marker.
 * Walks the whole cache, so only what cleans up asks. In a directory that is not known to be ours
 * nothing is looked for: there, a file may be anybody's.
 */
record Leftovers(CacheLayout layout, Instant now) {

  /** Nobody takes this long from the first file of an entry to its marker. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  /** Group, artifact and revision. */
  private static final int SHALLOWEST = 3;

  /**
   * Removes them, or only tells.
   *
   * @return what went before, and their bytes
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if something cannot be deleted
   */
  Pruned removeToo(Pruned before, boolean dryRun) {
    long bytes = before.bytes();
    try {
      if (!dryRun) {
        new Downloads(layout).removeOlderThan(now.minus(ABANDONED));
      }
      for (Leftover leftover : find()) {
        bytes += leftover.bytes();
        if (!dryRun) {
          PlainFiles.delete(new Trash(layout).take(leftover.files()));
          new EntryRemoval(layout).removeEmpty(leftover.directory());
        }
      }
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unusable(e);
    }
    return new Pruned(before.removed(), bytes);
  }

  private List<Leftover> find() throws IOException {
    List<Leftover> found = new ArrayList<>();
    if (Files.isRegularFile(layout.ownership(), LinkOption.NOFOLLOW_LINKS)) {
      Path start = layout.root().toRealPath();
      Files.walkFileTree(start, new Visitor(start, found));
    }
    return found;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    private final Path start;
    private final List<Leftover> found;
    private final Map<Path, Map<String, List<Path>>> files = new TreeMap<>();

    /** The root itself may be a link, which a walk would not follow. */
    Visitor(Path start, List<Leftover> found) {
      this.start = start;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return directory.equals(start.resolve(CacheLayout.INTERNAL))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path directory = file.getParent();
      if (attributes.isRegularFile() && directory != null) {
        LeftoverFiles.base(file)
            .ifPresent(
                base ->
                    files
                        .computeIfAbsent(directory, d -> new TreeMap<>())
                        .computeIfAbsent(base, b -> new ArrayList<>())
                        .add(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      Map<String, List<Path>> here = files.remove(directory);
      if (here != null) {
        Path relative = start.relativize(directory);
        if (relative.getNameCount() >= SHALLOWEST) {
          Path named = layout.root().resolve(relative);
          here.forEach((base, all) -> add(named, base, all));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private void add(Path directory, String base, List<Path> all) {
      List<Path> named = all.stream().map(f -> directory.resolve(f.getFileName())).toList();
      if (new LeftoverFiles(directory, base).areOurs() && areOld(named)) {
        found.add(new Leftover(directory, named));
      }
    }

    private boolean areOld(List<Path> named) {
      return named.stream()
          .allMatch(
              file ->
                  PlainFiles.attributes(file)
                      .filter(a -> isOld(a.lastModifiedTime().toInstant()))
                      .isPresent());
    }
  }

  private boolean isOld(Instant written) {
    return written.isBefore(now.minus(ABANDONED));
  }
}
