package io.github.sourceprovisioner.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Servers that come from npm, each with a package and a lock file of its own below {@code
 * src/test/servers}; installed below {@code target/servers} once. Without the means to get one, the
 * test is skipped; where {@code CI} is {@code true}, it fails.
 */
final class NodeServer {

  private static final long MINUTES = 10;

  private NodeServer() {}

  /** A command that runs a script of a server; the caller adds arguments. */
  static List<String> command(String name, String script) throws IOException {
    Path node = Installed.program("node", "nodejs");
    return List.of(node.toString(), modules(name).resolve(script).toString());
  }

  private static Path modules(String name) throws IOException {
    Path pinned = Path.of("src", "test", "servers", name).toAbsolutePath();
    Path home = Files.createDirectories(Path.of("target", "servers", name)).toAbsolutePath();
    Path lock = home.resolve("package-lock.json");
    boolean known =
        Files.exists(home.resolve("node_modules/.package-lock.json"))
            && Files.exists(lock)
            && Files.mismatch(lock, pinned.resolve("package-lock.json")) < 0;
    boolean there = known || install(pinned, home);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("the packages of %s", pinned).isTrue();
    }
    assumeTrue(there, "no way to the packages of " + pinned);
    return home.resolve("node_modules");
  }

  /** Npm writes the lock file inside of the modules at its end, which tells that all are there. */
  private static boolean install(Path pinned, Path home) throws IOException {
    Path npm = Installed.program("npm", "npm");
    copy("package.json", pinned, home);
    copy("package-lock.json", pinned, home);
    Process installing =
        new ProcessBuilder(
                npm.toString(),
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefer-offline")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("npm.log").toFile())
            .start();
    try {
      return installing.waitFor(MINUTES, TimeUnit.MINUTES) && installing.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      installing.destroyForcibly();
    }
  }

  private static void copy(String name, Path from, Path to) throws IOException {
    Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
