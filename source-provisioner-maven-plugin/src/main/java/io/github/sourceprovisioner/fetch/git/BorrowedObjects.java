package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Refuses a repository that takes its objects from another place: whoever wrote it could so read
 * what only our user may read (CVE-2022-39253, CVE-2024-32004).
 */
final class BorrowedObjects {

  private static final String OBJECTS = "objects";

  private final Path repository;

  private BorrowedObjects(Path repository) {
    this.repository = repository;
  }

  /**
   * Looks at a repository without opening it.
   *
   * @param repository its directory, with {@code HEAD} and {@code objects}
   * @throws IntegrityMismatch if it has alternates or a common directory, or if links lead out of
   *     its objects
   */
  static void refuse(Path repository) throws IOException {
    BorrowedObjects objects = new BorrowedObjects(repository);
    objects.refuseFile("commondir");
    objects.refuseFile("objects/info/alternates");
    objects.refuseLink(repository.resolve(OBJECTS));
    objects.refuseLinksIn(repository.resolve(OBJECTS));
    objects.refuseLinksIn(repository.resolve(OBJECTS).resolve("pack"));
  }

  private void refuseFile(String name) {
    if (Files.exists(repository.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw borrowed(name);
    }
  }

  private void refuseLinksIn(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
        children.forEach(this::refuseLink);
      }
    }
  }

  private void refuseLink(Path path) {
    if (Files.isSymbolicLink(path)) {
      throw borrowed(name(path));
    }
  }

  /** Whoever wrote the repository chose the name. */
  private String name(Path path) {
    String relative = repository.relativize(path).toString().replace('\\', '/');
    return relative.replaceAll("\\p{Cntrl}", "?");
  }

  private static IntegrityMismatch borrowed(String by) {
    return new IntegrityMismatch(
        Problem.of("the repository borrows its objects from elsewhere: " + by)
            .advise("clone it with git clone --dissociate, and name the clone")
            .advise("use the repository that the objects belong to"));
  }
}
