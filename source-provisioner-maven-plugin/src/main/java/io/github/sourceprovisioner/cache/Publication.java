package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Moves finished files to where readers look, each in one step, the marker last. Files that are
 * there already are replaced: equal trees have equal files, and readers notice a mixture.
 */
record Publication(CacheLayout layout, Path staging) {

  private static final int ATTEMPTS = 3;

  /** Makes an entry of a staged snapshot. */
  void entry(StagedSnapshot snapshot, Marker marker) throws IOException {
    EntryFiles files = layout.entry(marker.key());
    Path checksum = Files.writeString(staging.resolve("checksum"), snapshot.sha256());
    byte[] text = snapshot.lines().getBytes(StandardCharsets.UTF_8);
    Path lines = Files.write(staging.resolve("lines"), text);
    move(snapshot.zip(), files.zip());
    move(checksum, files.checksum());
    move(lines, files.lines());
    file(marker.bytes(), files.marker());
  }

  /** Makes an entry that has no content. */
  void list(String lines, Marker marker) throws IOException {
    EntryFiles files = layout.entry(marker.key());
    Path list = Files.writeString(staging.resolve("lines"), lines);
    move(list, files.lines());
    file(marker.bytes(), files.marker());
  }

  /** Replaces a small file by one with these bytes, which have reached the disk before. */
  void file(byte[] bytes, Path target) throws IOException {
    Path file = Files.write(staging.resolve("small"), bytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    move(file, target);
  }

  private void move(Path source, Path target) throws IOException {
    for (int attempt = 1; ; attempt++) {
      new Way(layout).file(target);
      try {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException e) {
        // Another run may have pruned the directory just now, since it was empty.
        if (attempt == ATTEMPTS || !Files.exists(source)) {
          throw e;
        }
      }
    }
  }
}
