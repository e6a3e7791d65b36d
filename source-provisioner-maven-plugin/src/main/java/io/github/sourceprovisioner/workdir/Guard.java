package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.WorkdirModified;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Refuses what must not be written to, and words what the user has to decide. */
final class Guard {

  private static final String FORCE =
      "run with -Dsource.force=true: it moves the old workdir aside and says where";

  private static final int NAMED = 10;

  private Guard() {}

  /** See {@link Workdirs#checkRoots}. */
  static void checkRoots(Path workdirRoot, Path stateRoot) {
    Path root = workdirRoot.toAbsolutePath().normalize();
    Path state = stateRoot.toAbsolutePath().normalize();
    Path home = Path.of(System.getProperty("user.home", "/")).toAbsolutePath().normalize();
    if (home.startsWith(root)) {
      throw misplaced(root, "is the home directory or above it");
    }
    if (state.startsWith(root) || root.startsWith(state)) {
      throw misplaced(root, "overlaps the directory of the plugin's own state " + state);
    }
    for (Path segment : root) {
      if (segment.toString().equals(".git")) {
        throw misplaced(root, "is inside a git repository's own data");
      }
    }
    for (String mark : List.of("pom.xml", ".git")) {
      if (Files.exists(root.resolve(mark), LinkOption.NOFOLLOW_LINKS)) {
        throw misplaced(root, "holds " + mark);
      }
    }
  }

  private static InvalidStack misplaced(Path root, String why) {
    return new InvalidStack(
        Problem.of("source.workdirDirectory cannot be " + root + ": it " + why)
            .advise("set it to a directory of its own, such as target/workdir"));
  }

  /** Refuses a workdir that is a file or a link, or is reached through one below the root. */
  static void checkPath(Path root, Path workdir) {
    Path at = root;
    for (Path segment : root.relativize(workdir)) {
      at = at.resolve(segment);
      if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        String kind = Files.isSymbolicLink(at) ? "a symbolic link" : "a file";
        throw new WorkdirModified(
            Problem.of("the workdir " + workdir + " cannot be used: " + at + " is " + kind)
                .advise("move " + at + " away"));
      }
    }
  }

  /** Whether there is something at a path that is not an empty directory. */
  static boolean isOccupied(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      return children.iterator().hasNext();
    }
  }

  static WorkdirModified foreign(Path workdir) {
    return new WorkdirModified(
        Problem.of("the directory " + workdir + " exists, but this plugin did not make it")
            .advise("move " + workdir + " away, or delete it if nothing in it is needed"));
  }

  static WorkdirModified edited(Path workdir, List<String> paths) {
    return new WorkdirModified(
        Problem.of("provisioned files in " + workdir + " were edited or deleted: " + list(paths))
            .advise("keep your changes elsewhere, then " + FORCE));
  }

  static WorkdirModified blocked(Path workdir, List<String> paths) {
    return new WorkdirModified(
        Problem.of("the new source brings files that you have in " + workdir + ": " + list(paths))
            .advise("move or rename your files")
            .advise(FORCE));
  }

  private static String list(List<String> paths) {
    List<String> sorted = paths.stream().sorted().toList();
    String named = String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())));
    return sorted.size() <= NAMED ? named : named + " and " + (sorted.size() - NAMED) + " more";
  }
}
