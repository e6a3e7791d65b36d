package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Removes the files of one entry, and the directories that are empty then. Nothing else. */
record EntryRemoval(CacheLayout layout) {

  /** Out of sight first, then gone; a crash in between leaves only trash. */
  void remove(EntryFiles files) throws IOException {
    List<Path> paths = new ArrayList<>(files.all());
    paths.addAll(new UseRecord(files).all());
    PlainFiles.delete(new Trash(layout).take(paths));
    removeEmpty(files.directory());
  }

  /** Removes a directory and those above it, as long as they are empty, but never the root. */
  void removeEmpty(Path start) throws IOException {
    Path directory = start;
    while (directory != null && !directory.equals(layout.root())) {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        return;
      }
      directory = directory.getParent();
    }
  }
}
