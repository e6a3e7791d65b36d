package io.github.sourceprovisioner.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything below a directory, with sizes and time stamps: equal means that nobody wrote. */
final class Listing {

  private Listing() {}

  static SortedMap<String, String> of(Path root) throws IOException {
    SortedMap<String, String> listing = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        BasicFileAttributes now =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        listing.put(
            root.relativize(path).toString(),
            now.lastModifiedTime() + " " + now.fileKey() + (now.isDirectory() ? "" : now.size()));
      }
    }
    return listing;
  }

  /** The files below a directory whose names end with a text. */
  static List<Path> files(Path root, String end) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.getFileName().toString().endsWith(end)).toList();
    }
  }
}
