package io.github.sourceprovisioner.model;

import java.util.Locale;

/**
 * A moment at which provisioners run: {@code before.terraform.init}.
 *
 * @param phase before or after the command
 * @param type the component type
 * @param command the command of the tool, or the goal ({@code create}, {@code update})
 */
public record HookEvent(Phase phase, String type, String command) {

  /** On which side of the command. */
  public enum Phase {
    BEFORE,
    AFTER
  }

  /** {@code before.terraform.init}. */
  @Override
  public String toString() {
    return phase.name().toLowerCase(Locale.ROOT) + "." + type + "." + command;
  }
}
