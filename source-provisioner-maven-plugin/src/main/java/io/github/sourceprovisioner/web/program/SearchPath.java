package io.github.sourceprovisioner.web.program;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where programs are looked for: in the directories of {@code PATH} that are absolute. The current
 * directory is never one of them, not even as an empty element, since it may hold what a stranger
 * wrote.
 *
 * @param directories in the order of the search
 * @param endings what the file of a program may have behind its name
 */
record SearchPath(List<Path> directories, List<String> endings) {

  private static final String SEPARATOR = FileSystems.getDefault().getSeparator();

  /** The path of an environment. Windows spells the variable in two ways. */
  static SearchPath of(Map<String, String> environment) {
    boolean windows = SEPARATOR.equals("\\");
    String value = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    List<Path> directories =
        Arrays.stream(value.split(Pattern.quote(windows ? ";" : ":"), -1))
            .flatMap(element -> path(element).stream())
            .filter(Path::isAbsolute)
            .toList();
    return new SearchPath(directories, List.of(windows ? ".exe" : ""));
  }

  /**
   * The file of a program.
   *
   * @param name its name, or the absolute path of its file
   * @throws AccessDenied if there is none, or if it would depend on the current directory
   */
  Path find(String name) {
    Path named = path(name).orElseThrow(() -> missing(name));
    if (named.isAbsolute()) {
      return Optional.of(named).filter(SearchPath::isProgram).orElseThrow(() -> missing(name));
    }
    if (named.getNameCount() > 1 || name.contains(SEPARATOR) || name.isEmpty()) {
      throw new AccessDenied(
          Problem.of("the program " + name + " is neither a name nor an absolute path")
              .advise("write the whole path of the program"));
    }
    return directories.stream()
        .flatMap(directory -> in(directory, name))
        .filter(SearchPath::isProgram)
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private Stream<Path> in(Path directory, String name) {
    return endings.stream().map(ending -> directory.resolve(name + ending));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static AccessDenied missing(String name) {
    return new AccessDenied(
        Problem.of("there is no program " + name)
            .advise("check that it is installed, and that PATH leads to it"));
  }
}
