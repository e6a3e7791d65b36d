package io.github.sourceprovisioner.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Servers that come from npm, each with a package and a lock file of its own below {@code
 * src/test/servers}; installed below {@code target/servers} once. Without the means to get one, the
 * test is skipped; where {@code CI} is {@code true}, it fails.
 */
final class NodeServer {

  private static final long MINUTES = 10;

  private NodeServer() {}

  /**
   * A command that runs a script of a server; the caller adds arguments.
   *
   * @param script its path beside the package
   */
  static List<String> command(String name, String script) throws IOException {
    Path node = Installed.program("node", "nodejs");
    return List.of(node.toString(), installed(name).resolve(script).toString());
  }

  /** Npm writes a lock file into the modules at its end, which tells that all are there. */
  private static Path installed(String name) throws IOException {
    Path pinned = Path.of("src", "test", "servers", name).toAbsolutePath();
    Path home = Files.createDirectories(Path.of("target", "servers", name)).toAbsolutePath();
    Path lock = home.resolve("package-lock.json");
    boolean known =
        Files.exists(home.resolve("node_modules/.package-lock.json"))
            && Files.exists(lock)
            && Files.mismatch(lock, pinned.resolve("package-lock.json")) < 0;
    copy(pinned, home);
    boolean there = known || install(home);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("the packages of %s", pinned).isTrue();
    }
    assumeTrue(there, "no way to the packages of " + pinned);
    return home;
  }

  private static boolean install(Path home) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Installed.program("npm", "npm").toString());
    command.addAll(List.of("ci", "--ignore-scripts", "--omit=optional"));
    command.addAll(List.of("--no-audit", "--no-fund", "--prefer-offline"));
    Process npm =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("npm.log").toFile())
            .start();
    try {
      return npm.waitFor(MINUTES, TimeUnit.MINUTES) && npm.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      npm.destroyForcibly();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
