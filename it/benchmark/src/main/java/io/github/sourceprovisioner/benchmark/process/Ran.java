package io.github.sourceprovisioner.benchmark.process;

import java.nio.file.Path;

/**
 * A command that has run.
 *
 * @param seconds from its start to its end
 * @param megabytes the most memory that its process had; 0 where the system does not tell
 * @param log what it printed
 */
public record Ran(double seconds, long megabytes, Path log) {

  /** This command and one that ran after it, as if they were one. */
  public Ran then(Ran next) {
    return new Ran(seconds + next.seconds, Math.max(megabytes, next.megabytes), next.log);
  }
}
