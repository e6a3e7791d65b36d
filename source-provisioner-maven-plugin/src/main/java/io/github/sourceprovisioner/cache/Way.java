package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Makes way for what belongs into the cache: a link, a pipe or a file where a directory belongs,
 * and a directory where a file belongs, go to the trash. Nothing is followed.
 */
record Way(CacheLayout layout) {

  /** The directory, which exists then and is no link, nor is anything between the root and it. */
  Path directory(Path directory) throws IOException {
    if (directory.equals(layout.root())) {
      return Files.createDirectories(directory);
    }
    Path step = layout.root();
    for (Path name : layout.root().relativize(directory)) {
      step = step.resolve(name);
      if (PlainFiles.attributes(step).filter(a -> !a.isDirectory()).isPresent()) {
        new Trash(layout).take(List.of(step));
      }
    }
    return Files.createDirectories(directory);
  }

  /** Makes the directories above a file, and has no directory in its place. */
  void file(Path file) throws IOException {
    Path parent = file.getParent();
    directory(parent == null ? layout.root() : parent);
    if (PlainFiles.attributes(file).filter(BasicFileAttributes::isDirectory).isPresent()) {
      new Trash(layout).take(List.of(file));
    }
  }
}
