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
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare repository that holds objects and nothing else. Its configuration is written by us at
 * every opening and never believed; alternates, hooks, refs, lock files and half packs that lie in
 * it are thrown away, since nobody else works in the directory while it is open (CVE-2024-6257: a
 * planted configuration).
 */
final class ObjectStore {

  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tbare = true
      \tlogAllRefUpdates = false
      [gc]
      \tauto = 0
      [http]
      \tfollowRedirects = initial
      \tmaxRedirects = 10
      \tsslVerify = true
      """;

  private static final Set<String> KEPT = Set.of("objects", "shallow", CompleteCommits.FILE);

  private ObjectStore() {}

  /**
   * The store in a directory, made if it is not there.
   *
   * @throws DamagedStore if what is in the directory cannot be used
   */
  static Repository open(Path directory) throws IOException {
    try {
      prepare(directory);
      return new FileRepository(
          new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().setup());
    } catch (IOException | RuntimeException e) {
      throw new DamagedStore(e);
    }
  }

  /** The size of all packs: what a transport that cannot be counted has brought, nearly. */
  static long packBytes(Path directory) throws IOException {
    long bytes = 0;
    for (Path file : children(directory.resolve("objects").resolve("pack"))) {
      bytes += file.getFileName().toString().endsWith(".pack") ? Files.size(file) : 0;
    }
    return bytes;
  }

  /** Removes everything in a directory, without following links. */
  static void erase(Path directory) throws IOException {
    for (Path child : children(directory)) {
      delete(child);
    }
  }

  private static void prepare(Path directory) throws IOException {
    for (Path child : children(directory)) {
      if (!KEPT.contains(child.getFileName().toString())) {
        delete(child);
      }
    }
    Path objects = directory.resolve("objects");
    sweep(objects);
    Files.createDirectories(objects.resolve("pack"));
    Files.createDirectories(directory.resolve("refs"));
    Files.writeString(directory.resolve("config"), CONFIG);
    Files.writeString(directory.resolve("HEAD"), "ref: refs/heads/none\n");
  }

  private static void sweep(Path objects) throws IOException {
    delete(objects.resolve("info"));
    for (Path child : children(objects)) {
      if (isLeftover(child)) {
        delete(child);
      }
    }
    for (Path child : children(objects.resolve("pack"))) {
      if (isLeftover(child)) {
        delete(child);
      }
    }
  }

  private static boolean isLeftover(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("incoming_")
        || name.startsWith("gc_")
        || name.endsWith(".lock")
        || name.endsWith(".keep")
        || Files.isSymbolicLink(file);
  }

  private static List<Path> children(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
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
}
