package io.github.sourceprovisioner.fetch.git.wire;

import java.io.IOException;

/** Whoever answers does not speak git's protocol, or breaks its rules. */
public final class ProtocolError extends IOException {

  private static final long serialVersionUID = 1L;

  /** The rule that was broken, without words of the host. */
  public ProtocolError(String message) {
    super(message);
  }
}
