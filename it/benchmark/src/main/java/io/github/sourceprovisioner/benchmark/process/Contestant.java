package io.github.sourceprovisioner.benchmark.process;

import java.io.IOException;

/**
 * Somebody who does the work that is measured.
 *
 * @param name unique among those who are compared
 * @param preparation what makes the starting point; not measured
 * @param work what is measured
 */
public record Contestant(String name, Preparation preparation, Work work) {

  /** Makes the starting point. */
  public interface Preparation {
    void run() throws IOException, InterruptedException;
  }

  /** Does the work once. */
  public interface Work {
    Ran run() throws IOException, InterruptedException;
  }
}
