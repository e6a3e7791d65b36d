package io.github.sourceprovisioner.stack.file;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The manifests below a directory.
 *
 * @param root the directory; absolute
 * @param paths relative to it, {@code /} between names, sorted
 */
public record Listing(Path root, List<String> paths) {

  /** The endings of a manifest, in the order in which a name without one is tried. */
  public static final List<String> ENDINGS = List.of(".yaml", ".yml", ".yaml.tmpl", ".yml.tmpl");

  /** The deepest directory that is looked into. */
  private static final int DEEPEST = 64;

  /** Files and directories, each as often as links lead to it. */
  private static final int MOST = 100_000;

  /** Walks a directory; links that lead out of the project or in a circle are not followed. */
  public static Listing of(Path root, ProjectFiles files) {
    SortedSet<String> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor(root, files, found));
    } catch (IOException e) {
      throw new InvalidStack(
          Problem.of("cannot list the directory")
              .at(Position.of(files.name(root)))
              .advise("check that it exists and that you may read it")
              .because(e));
    }
    return new Listing(root, List.copyOf(found));
  }

  /** Whether the name ends as a manifest does. */
  public static boolean isManifest(String path) {
    return ENDINGS.stream().anyMatch(path::endsWith);
  }

  /** The path without the ending of a manifest. */
  public static String key(String path) {
    return path.replaceFirst("\\.ya?ml(\\.tmpl)?$", "");
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final ProjectFiles files;
    private final SortedSet<String> found;
    private int visited;

    Visitor(Path root, ProjectFiles files, SortedSet<String> found) {
      this.root = root;
      this.files = files;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      requireFew();
      boolean stray = Files.isSymbolicLink(directory) && !files.holds(directory);
      return stray ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      requireFew();
      String separator = file.getFileSystem().getSeparator();
      String path = root.relativize(file).toString().replace(separator, "/");
      if (attributes.isRegularFile() && isManifest(path)) {
        found.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Two links to the next directory in each of forty stand for more than anyone can visit. */
    private void requireFew() {
      visited++;
      if (visited > MOST) {
        throw new InvalidStack(
            Problem.of("the directory holds more than " + MOST + " files and directories")
                .at(Position.of(files.name(root)))
                .advise(
                    "remove links between directories,"
                        + " or keep manifests in a directory of their own"));
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
      if (file.equals(root)) {
        throw reason;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
