package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a run does with the lock file. */
public enum LockMode {
  /** Its entries decide; what is missing is added. */
  UPDATE,
  /** Its entries decide; it is never written, and what is missing is an error. */
  FROZEN,
  /** As if there were none. */
  OFF;

  private static final Set<String> NO = Set.of("", "0", "false", "no");

  /**
   * The mode of a run.
   *
   * @param asked what the user says; empty leaves it to the machine: a build server that finds a
   *     lock file neither moves nor extends it
   * @param ci the variable {@code CI}, which build servers set
   * @param exists whether there is a lock file
   */
  public static LockMode of(Optional<LockMode> asked, Optional<String> ci, boolean exists) {
    boolean server = ci.filter(value -> !NO.contains(value.toLowerCase(Locale.ROOT))).isPresent();
    return asked.orElse(server && exists ? FROZEN : UPDATE);
  }

  /**
   * The mode of a name.
   *
   * @throws InvalidStack if there is none
   */
  public static LockMode parse(String name) {
    return switch (name) {
      case "update" -> UPDATE;
      case "frozen" -> FROZEN;
      case "off" -> OFF;
      default ->
          throw new InvalidStack(
              Problem.of("\"" + name + "\" is no mode of the lock file")
                  .at(Position.of("-Dsource.lock"))
                  .advise("write update, frozen or off"));
    };
  }
}
