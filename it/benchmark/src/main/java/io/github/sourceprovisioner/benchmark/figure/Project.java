package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project of Maven that the plugin is bound in, with a cache of its own. Beside its POM there is
 * {@code plain.xml}, which is the same without the plugin.
 */
record Project(Path directory, Installation maven) {

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>benchmark</groupId>
        <artifactId>infrastructure</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
      %s</project>
      """;

  private static final String PLUGIN =
      """
        <build>
          <plugins>
            <plugin>
              <groupId>io.github.source-provisioner</groupId>
              <artifactId>source-provisioner-maven-plugin</artifactId>
              <version>%s</version>
              <executions>
                <execution>
                  <goals>
                    <goal>create</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
          </plugins>
        </build>
      """;

  /** What the archetype gives to a new project. */
  private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n";

  /** Writes the project, as the archetype does, but without a manifest. */
  static Project make(Path directory, Installation maven) throws IOException {
    // Or Maven would look for its own settings in the directories above.
    Path settings = Files.createDirectories(directory.resolve(".mvn"));
    Files.writeString(settings.resolve("jvm.config"), JVM);
    Files.writeString(
        directory.resolve("pom.xml"), POM.formatted(PLUGIN.formatted(maven.version())));
    Files.writeString(directory.resolve("plain.xml"), POM.formatted(""));
    return new Project(directory, maven);
  }

  /** Writes a stack manifest. */
  void manifest(String name, String yaml) throws IOException {
    Path file = directory.resolve("src/main/stacks").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, yaml);
  }

  /** A build up to the phase at which the plugin is bound. */
  Command build(String... more) {
    return maven("pom.xml", "generate-resources", more);
  }

  /** The same build without the plugin. */
  Command plainBuild() {
    return maven("plain.xml", "generate-resources");
  }

  /** A goal of the plugin that is named on the command line. */
  Command goal(String name, String... more) {
    return maven("plain.xml", maven.goal(name), more);
  }

  /** Takes the settings of the JVM away. */
  Project withoutJvmSettings() throws IOException {
    Files.delete(directory.resolve(".mvn/jvm.config"));
    return this;
  }

  /** Deletes what was provisioned and everything that is known about it, not the cache. */
  void clean() throws IOException {
    Trees.delete(directory.resolve("target"));
  }

  /** Also deletes the cache and the lock file: nothing is known of any source. */
  void forget() throws IOException {
    clean();
    Trees.delete(cache());
    Files.deleteIfExists(lockFile());
  }

  /** Where the workdirs of terraform components are. */
  Path workdirs() {
    return directory.resolve("target/workdir/terraform");
  }

  /** What a build writes that found something out. */
  Path lockFile() {
    return directory.resolve("source.lock.yaml");
  }

  private Path cache() {
    return directory.resolve("cache");
  }

  private Command maven(String pom, String task, String... more) {
    List<String> words = new ArrayList<>(maven.words());
    words.addAll(List.of("-f", pom, "-Dsource.cacheDirectory=" + cache(), task));
    words.addAll(List.of(more));
    return new Command(directory, words.toArray(String[]::new));
  }
}
