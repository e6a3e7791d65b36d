package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs of the machine that tests need. Without one, the test is skipped; where {@code CI} is
 * {@code true}, everything has to be there and the test fails.
 */
public final class Installed {

  /** Where daemons stand, which is not on every user's path. */
  private static final List<String> DAEMONS = List.of("/usr/sbin", "/usr/local/sbin", "/sbin");

  private Installed() {}

  /**
   * A program on the path.
   *
   * @param origin what to install to have it
   */
  public static Path program(String name, String origin) {
    Stream<String> path =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
    return required(
        Stream.concat(path, DAEMONS.stream())
            .filter(directory -> !directory.isEmpty())
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst(),
        name,
        origin);
  }

  /** A program that git keeps to itself, such as {@code git-http-backend}. */
  public static Path partOfGit(String name) {
    Path git = program("git", "git");
    try {
      Process process = new ProcessBuilder(git.toString(), "--exec-path").start();
      String directory = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return required(
          Optional.of(Path.of(directory, name)).filter(Files::isExecutable), name, "git");
    } catch (IOException e) {
      throw new IllegalStateException(git + " does not run", e);
    }
  }

  private static Path required(Optional<Path> found, String name, String origin) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("%s, which comes with %s", name, origin).isPresent();
    }
    assumeTrue(found.isPresent(), name + " is not installed: it comes with " + origin);
    return found.orElseThrow();
  }
}
