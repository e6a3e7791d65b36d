package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Coordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The places about whose refs something is known, also if no snapshot of them is left. */
record KnownPlaces(CacheLayout layout) {

  /**
   * Those of a selection. Only a selection of everything, or one by a part of the coordinates,
   * finds a place without snapshots: nothing else is known about it.
   */
  Set<Coordinates> of(Selection selection) {
    if (!Files.isDirectory(layout.root())) {
      return Set.of();
    }
    try {
      Path start = layout.root().toRealPath();
      try (Stream<Path> files =
          Files.find(start, Integer.MAX_VALUE, (f, a) -> isStatus(start, f))) {
        return files
            .map(start::relativize)
            .map(KnownPlaces::coordinates)
            .filter(selection::names)
            .collect(Collectors.toSet());
      }
    } catch (IOException | UncheckedIOException e) {
      return Set.of();
    }
  }

  private boolean isStatus(Path start, Path file) {
    Path relative = start.relativize(file);
    return relative.endsWith(CacheLayout.STATUS)
        && relative.getNameCount() > 2
        && !relative.startsWith(CacheLayout.INTERNAL);
  }

  /** Group, artifact, and the file. */
  private static Coordinates coordinates(Path status) {
    int artifact = status.getNameCount() - 2;
    String groupId =
        StreamSupport.stream(status.subpath(0, artifact).spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("."));
    return new Coordinates(groupId, status.getName(artifact).toString());
  }
}
