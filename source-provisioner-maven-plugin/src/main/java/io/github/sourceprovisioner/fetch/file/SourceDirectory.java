package io.github.sourceprovisioner.fetch.file;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory that a location names. The root may be reached through links, as the user wrote it;
 * below it no link is followed (CVE-2025-8959).
 *
 * @param root absolute
 * @param subdir below the root, {@code /} between segments; empty means the root
 */
record SourceDirectory(Path root, String subdir) {

  private static final int SHOWN = 5;

  /**
   * The directory, which exists.
   *
   * @throws SourceNotFound if it does not; the advice names what stands nearby
   * @throws InvalidStack if the subdirectory leads through a link or out of the root
   */
  Path existing() throws IOException {
    if (!Files.isDirectory(root)) {
      throw absent(root);
    }
    Path at = root.toRealPath();
    for (String segment : subdir.isEmpty() ? new String[0] : subdir.split("/")) {
      at = below(at, segment);
    }
    return at;
  }

  private Path below(Path parent, String segment) throws IOException {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw new InvalidStack(
          Problem.of("the subdirectory " + subdir + " is not a plain path")
              .advise("write it without empty segments, . and .."));
    }
    Path next = parent.resolve(segment);
    if (Files.isSymbolicLink(next)) {
      throw new InvalidStack(
          Problem.of("the subdirectory leads to a symbolic link: " + subdir)
              .advise("name the directory that the link points at"));
    }
    if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
      throw absent(next);
    }
    return next;
  }

  private static SourceNotFound absent(Path path) throws IOException {
    Problem problem = Problem.of("no such directory: " + path);
    List<String> near = neighbors(path);
    return new SourceNotFound(
        near.isEmpty()
            ? problem.advise("check the path: it starts at the manifest that names it")
            : problem.advise("pick one of " + String.join(", ", near)));
  }

  private static List<String> neighbors(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isReadable(parent)) {
      return List.of();
    }
    String wanted = String.valueOf(path.getFileName());
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(Files::isDirectory)
          .map(child -> child.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted(
              Comparator.comparingInt((String name) -> -sharedStart(wanted, name))
                  .thenComparing(Comparator.naturalOrder()))
          .limit(SHOWN)
          .toList();
    }
  }

  private static int sharedStart(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
