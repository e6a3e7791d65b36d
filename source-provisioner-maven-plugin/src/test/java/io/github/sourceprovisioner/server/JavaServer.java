package io.github.sourceprovisioner.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Servers that come from a Maven repository, each by a POM of its own below {@code
 * src/test/servers}. Without the means to get one, the test is skipped; where {@code CI} is {@code
 * true}, it fails.
 */
final class JavaServer {

  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:";
  private static final long MINUTES = 10;

  private JavaServer() {}

  /** The class path of a server; what was found once stays in {@code target/servers}. */
  static String classPath(String name) throws IOException {
    Path pom = Path.of("src", "test", "servers", name, "pom.xml").toAbsolutePath();
    Path file =
        Files.createDirectories(Path.of("target", "servers"))
            .resolve(name + ".classpath")
            .toAbsolutePath();
    boolean known =
        Files.exists(file)
            && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(pom)) > 0;
    boolean there = known || resolve(pom, file, true) || resolve(pom, file, false);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("the artifacts of %s", pom).isTrue();
    }
    assumeTrue(there, "no way to the artifacts of " + pom);
    return Files.readString(file).strip();
  }

  /** Asks Maven; first for what is here already. */
  private static boolean resolve(Path pom, Path file, boolean offline) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Installed.program("mvn", "maven").toString());
    command.addAll(List.of("-B", "-q", "-f", pom.toString(), GOAL + "build-classpath"));
    command.add("-Dmdep.outputFile=" + file);
    Optional.ofNullable(System.getProperty("localRepository"))
        .ifPresent(here -> command.add("-Dmaven.repo.local=" + here));
    if (offline) {
      command.add("-o");
    }
    Process maven =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of(file + ".log").toFile())
            .start();
    try {
      return maven.waitFor(MINUTES, TimeUnit.MINUTES) && maven.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      maven.destroyForcibly();
    }
  }
}
