package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The directories in which fetchers keep what makes the next fetch cheaper. */
record ObjectStores(CacheLayout layout) {

  /** All of them. */
  List<Path> all() throws IOException {
    List<Path> stores = new ArrayList<>();
    for (Path scheme : directories(layout.stores())) {
      stores.addAll(directories(scheme));
    }
    return stores;
  }

  /** What a directory takes on disk, as far as it can be read. */
  static long bytes(Path directory) {
    try (Stream<Path> below = Files.walk(directory)) {
      return below
          .flatMap(path -> PlainFiles.attributes(path).stream())
          .filter(BasicFileAttributes::isRegularFile)
          .mapToLong(BasicFileAttributes::size)
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static List<Path> directories(Path parent) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children =
          Files.newDirectoryStream(parent, p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))) {
        children.forEach(found::add);
      }
    }
    return found;
  }
}
