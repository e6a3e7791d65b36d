package io.github.sourceprovisioner.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments, run in a directory. Nothing of the user's configuration of git,
 * Maven and Terraform reaches it, nor that a build server runs it.
 *
 * @param directory where it runs; what it prints goes into {@code output.log} there
 * @param variables what is added to the environment
 */
public record Command(Path directory, List<String> words, Map<String, String> variables) {

  /** Where {@code CI} is set, the plugin does not add to a lock file that is there. */
  private static final List<String> FOREIGN =
      List.of("GIT_", "TF_", "MAVEN_ARGS", "MAVEN_OPTS", "JAVA_TOOL_OPTIONS", "CDPATH", "CI");

  private static final Map<String, String> CLEAN =
      Map.of(
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_TERMINAL_PROMPT", "0",
          "MAVEN_SKIP_RC", "1",
          "CHECKPOINT_DISABLE", "1");

  /** A command without variables of its own. */
  public Command(Path directory, String... words) {
    this(directory, List.of(words), Map.of());
  }

  /** This command with one more variable. */
  public Command with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Command(directory, words, more);
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if it cannot be started or fails; the message ends with what it printed
   */
  public Ran run() throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Path log = directory.resolve("output.log");
    long start = System.nanoTime();
    Process process = builder(log).start();
    PeakMemory memory = PeakMemory.watch(process);
    int status = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IOException(words + " ended with " + status + ":\n" + Files.readString(log));
    }
    return new Ran(seconds, memory.megabytes(), log);
  }

  /** Runs it and returns the lines that it prints. */
  public List<String> lines() throws IOException, InterruptedException {
    return Files.readAllLines(run().log());
  }

  private ProcessBuilder builder(Path log) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
    builder.environment().putAll(CLEAN);
    builder.environment().putAll(variables);
    return builder;
  }
}
