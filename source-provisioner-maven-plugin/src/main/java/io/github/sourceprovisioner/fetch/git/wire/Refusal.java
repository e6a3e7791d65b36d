package io.github.sourceprovisioner.fetch.git.wire;

import java.io.IOException;

/**
 * The host understands and says no. The message is its own: for the cause of a failure, never for
 * the user.
 */
public final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  /** What the host says. */
  public Refusal(String message) {
    super(message);
  }

  /** Whether the host has no such object, or shows it to nobody: asking otherwise is of no use. */
  public boolean isForGood() {
    return String.valueOf(getMessage()).contains("not our ref");
  }
}
