package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.Fetcher;

/** Words for what no fetcher should throw: a mistake in it, or a machine that is too small. */
final class Breakdown {

  private Breakdown() {}

  /** The failure of the one source that the fetcher was bringing. */
  static TransferFailed of(Fetcher fetcher, Throwable reason) {
    String name = fetcher.getClass().getName();
    Problem problem = Problem.of(name + " broke down: " + firstLine(reason)).because(reason);
    if (reason instanceof VirtualMachineError) {
      problem = problem.advise("give Maven more room: MAVEN_OPTS=-Xmx2g, and -Xss4m for the stack");
    }
    if (reason instanceof LinkageError) {
      problem = problem.advise("take a version of " + name + " that fits this plugin");
    }
    return new TransferFailed(
        problem
            .advise("run again with -e to see where it happened")
            .advise("report it to whoever makes " + name));
  }

  private static String firstLine(Throwable reason) {
    String kind = reason.getClass().getSimpleName();
    String message = reason.getMessage() == null ? "" : reason.getMessage().strip();
    return message.isEmpty()
        ? kind
        : kind + ": " + Redaction.redact(message.lines().findFirst().orElse(""));
  }
}
