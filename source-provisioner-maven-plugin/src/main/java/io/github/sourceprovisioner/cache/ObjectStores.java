package io.github.sourceprovisioner.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directories in which fetchers keep what makes the next fetch cheaper. A fetcher writes
 * something directly into its directory whenever it opens it.
 */
record ObjectStores(CacheLayout layout) {

  private static final String PACK = ".pack";

  /** All of them, by path. */
  List<StoreDirectory> all() throws IOException {
    List<StoreDirectory> stores = new ArrayList<>();
    for (Path scheme : directories(layout.stores())) {
      directories(scheme).forEach(store -> stores.add(look(store)));
    }
    return stores;
  }

  /** One of them as it is now. */
  static StoreDirectory look(Path store) {
    List<Path> files = files(store);
    long bytes =
        files.stream()
            .flatMap(path -> PlainFiles.attributes(path).stream())
            .mapToLong(BasicFileAttributes::size)
            .sum();
    long packs = files.stream().filter(file -> file.toString().endsWith(PACK)).count();
    return new StoreDirectory(
        store, String.valueOf(store.getFileName()), bytes, Math.toIntExact(packs), lastUsed(store));
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> below = Files.walk(directory)) {
      return below.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Instant lastUsed(Path store) {
    List<Path> looked = new ArrayList<>(List.of(store));
    try (DirectoryStream<Path> children = Files.newDirectoryStream(store)) {
      children.forEach(looked::add);
    } catch (IOException | DirectoryIteratorException e) {
      return Instant.EPOCH;
    }
    return looked.stream()
        .flatMap(path -> PlainFiles.attributes(path).stream())
        .map(attributes -> attributes.lastModifiedTime().toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static List<Path> directories(Path parent) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children =
          Files.newDirectoryStream(parent, p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))) {
        children.forEach(found::add);
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }
}
