package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;

/**
 * The failures of reading one lock file.
 *
 * @param file its name, as a user knows it
 */
record LockTrouble(String file) {

  InvalidStack at(int line, String what, String advice) {
    return new InvalidStack(
        Problem.of("the lock file cannot be used: " + what)
            .at(new Position(file, line, 1))
            .advise(advice));
  }

  /** What a later version of the plugin may know. */
  InvalidStack newer(int line, String what) {
    return at(
        line,
        "it has " + what + ", which this version of the plugin does not know",
        "use the version of the plugin that wrote it, or a newer one");
  }
}
