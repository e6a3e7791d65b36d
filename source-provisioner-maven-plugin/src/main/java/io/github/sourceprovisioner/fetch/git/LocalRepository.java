package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.FileUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository on this machine, read where it is: through its refs and objects only, so that none
 * of its hooks, filters or programs can run, and no links to its files are made (CVE-2022-39253,
 * CVE-2024-32004).
 */
final class LocalRepository {

  private LocalRepository() {}

  /**
   * Opens the repository that a {@code file} URL names: a bare one, the one of a work tree, or with
   * {@code .git} added.
   *
   * @throws SourceNotFound if there is none
   * @throws UnknownSource if the URL names a file, such as a bundle, or the repository names its
   *     objects in a way that nothing here reads
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it borrows its objects
   */
  static Repository open(GitUrl url) throws IOException {
    Path path = path(url);
    if (Files.isRegularFile(path)) {
      throw new UnknownSource(
          Problem.of("a file is not a git repository, and bundles are not supported")
              .advise("clone the bundle, and name the directory of the clone"));
    }
    Path directory =
        candidates(path)
            .filter(LocalRepository::isRepository)
            .findFirst()
            .orElseThrow(LocalRepository::absent);
    BorrowedObjects.refuse(directory);
    ObjectFormat.check(directory);
    return new FileRepository(
        new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().setup());
  }

  private static Path path(GitUrl url) {
    try {
      return FileUrl.path(url.text());
    } catch (IllegalArgumentException e) {
      throw absent();
    }
  }

  private static Stream<Path> candidates(Path path) {
    Optional<Path> sibling =
        Optional.ofNullable(path.getFileName()).map(name -> path.resolveSibling(name + ".git"));
    return Stream.concat(Stream.of(path.resolve(".git"), path), sibling.stream());
  }

  private static boolean isRepository(Path directory) {
    return Files.isDirectory(directory.resolve("objects"))
        && Files.exists(directory.resolve("HEAD"));
  }

  private static SourceNotFound absent() {
    return new SourceNotFound(
        Problem.of("there is no git repository at this path")
            .advise("check the path; it names a bare repository or the root of a work tree"));
  }
}
