package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.UUID;

/** Takes things out of sight in one step; they are deleted later. A link is moved, not followed. */
record Trash(CacheLayout layout) {

  /**
   * Moves what is there of the paths, in order.
   *
   * @return the directory that holds them now
   */
  Path take(Collection<Path> paths) throws IOException {
    Path place = layout.trash().resolve(UUID.randomUUID().toString());
    Files.createDirectories(place);
    for (Path path : paths) {
      try {
        Path target = place.resolve(String.valueOf(path.getFileName()));
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        // It never was there, or another run was faster.
      }
    }
    return place;
  }
}
