package io.github.sourceprovisioner.benchmark.figure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs on this machine. */
final class Tools {

  private Tools() {}

  /** Whether a program is on the path. */
  static boolean has(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .anyMatch(Files::isExecutable);
  }
}
