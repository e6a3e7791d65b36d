package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Revision.Stability;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a directory that somebody edits from filling the cache: of its snapshots only the newest
 * stays, and those that were used within the last hour.
 */
record LocalHistory(CacheLayout layout, Instant now) {

  private static final Duration STILL_IN_USE = Duration.ofHours(1);

  /** Removes the snapshots that a new one makes useless. */
  void replaceBy(EntryKey newest) throws IOException {
    for (Marker old : others(newest)) {
      EntryFiles files = layout.entry(old.key());
      Instant used = new UseRecord(files).last().orElse(old.created());
      if (used.isBefore(now.minus(STILL_IN_USE))) {
        new EntryRemoval(layout).remove(files);
      }
    }
  }

  private List<Marker> others(EntryKey newest) throws IOException {
    List<Marker> others = new ArrayList<>();
    Path artifact = layout.artifact(newest.coordinates());
    for (Path revision : list(artifact, "*")) {
      for (Path marker : list(revision, "*" + EntryFiles.MARKER)) {
        Marker.read(marker).ifPresent(others::add);
      }
    }
    others.removeIf(other -> !isOlder(other, newest));
    return others;
  }

  /** What another run removes meanwhile is not there; a file has nothing in it. */
  private static List<Path> list(Path directory, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, glob)) {
        children.forEach(found::add);
      } catch (NoSuchFileException e) {
        return List.of();
      }
    }
    return found;
  }

  private static boolean isOlder(Marker other, EntryKey newest) {
    EntryKey key = other.key();
    EntryKey moved =
        new EntryKey(
            key.coordinates(), key.scheme(), newest.revision(), key.subdir(), key.variant());
    return other.stability() == Stability.LOCAL && moved.equals(newest) && !key.equals(newest);
  }
}
