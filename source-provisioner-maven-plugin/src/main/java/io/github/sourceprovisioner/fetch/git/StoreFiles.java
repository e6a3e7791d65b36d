package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of an object store, looked at without opening any of them. Only plain files with the
 * names of packs count: a pipe would let whoever opens it wait for ever, and a link would lead
 * elsewhere.
 */
record StoreFiles(Path directory) {

  private static final String PACK = ".pack";
  private static final String INDEX = ".idx";
  private static final Pattern PACKED = Pattern.compile("pack-[0-9a-f]{40}(\\.pack|\\.idx)");
  private static final String OBJECTS = "objects";

  /** A list of commits that no host makes us keep; a longer one is not ours. */
  private static final long LONGEST_LIST = 16 << 20;

  /** Where the packs are. */
  Path packs() {
    return directory.resolve(OBJECTS).resolve("pack");
  }

  Path pack(String name) {
    return packs().resolve(name + PACK);
  }

  Path index(String name) {
    return packs().resolve(name + INDEX);
  }

  /** The names of the packs that have an index, without their suffix, in order. */
  List<String> names() throws IOException {
    return children(packs()).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> PACKED.matcher(name).matches() && name.endsWith(PACK))
        .map(name -> name.substring(0, name.length() - PACK.length()))
        .filter(name -> isPlain(pack(name)) && isPlain(index(name)))
        .sorted()
        .toList();
  }

  /**
   * Removes everything but whole packs and the lists that are kept: what runs that died left (lock
   * files, half packs), and what somebody planted.
   *
   * @param lists names of plain files beside the objects
   * @param neighbors names of directories beside the objects
   */
  void clean(Set<String> lists, Set<String> neighbors) throws IOException {
    for (Path child : children(directory)) {
      String name = String.valueOf(child.getFileName());
      boolean directory = name.equals(OBJECTS) || neighbors.contains(name);
      if (!(directory && isDirectory(child)) && !(lists.contains(name) && isList(child))) {
        delete(child);
      }
    }
    for (Path child : children(directory.resolve(OBJECTS))) {
      if (!(child.equals(packs()) && isDirectory(child))) {
        delete(child);
      }
    }
    List<String> whole = names();
    for (Path child : children(packs())) {
      String name = String.valueOf(child.getFileName());
      if (!PACKED.matcher(name).matches()
          || !whole.contains(name.substring(0, name.indexOf('.')))) {
        delete(child);
      }
    }
  }

  /** The size of all packs. */
  long bytes() throws IOException {
    long bytes = 0;
    for (String name : names()) {
      bytes += Files.size(pack(name));
    }
    return bytes;
  }

  /** What is in a directory; nothing if it is none, or a link to one. */
  static List<Path> children(Path directory) throws IOException {
    if (!isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    }
  }

  /** Removes a file, a link, or a directory with everything below it; fine if it is gone. */
  static void delete(Path path) throws IOException {
    if (!isDirectory(path)) {
      Files.deleteIfExists(path);
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isList(Path file) throws IOException {
    return isPlain(file) && Files.size(file) <= LONGEST_LIST;
  }

  private static boolean isPlain(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
