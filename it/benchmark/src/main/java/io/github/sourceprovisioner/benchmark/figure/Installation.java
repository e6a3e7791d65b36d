package io.github.sourceprovisioner.benchmark.figure;

import java.nio.file.Path;
import java.util.List;

/**
 * The plugin under test and the Maven that runs it.
 *
 * @param program {@code mvn}
 * @param localRepository where the plugin is installed with all that it needs
 * @param version of the plugin
 * @param settings an empty settings file, so that the user's own changes nothing
 */
public record Installation(String program, Path localRepository, String version, Path settings) {

  static final String PLUGIN = "io.github.source-provisioner:source-provisioner-maven-plugin";

  /** A command line that works without any network of Maven's own. */
  List<String> words() {
    return List.of(
        program,
        "-B",
        "-q",
        "-s",
        settings.toString(),
        "-gs",
        settings.toString(),
        "-Dmaven.repo.local=" + localRepository);
  }

  /** The full name of a goal, which works without a declaration. */
  String goal(String name) {
    return PLUGIN + ":" + version + ":" + name;
  }
}
