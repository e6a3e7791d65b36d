package io.github.sourceprovisioner.fetch.git.wire;

import io.github.sourceprovisioner.failure.ProvisioningException;
import java.io.IOException;

/**
 * The host broke over the question. Some do so for a commit that they have not got, where others
 * send a {@link Refusal}.
 */
public final class ServerError extends IOException {

  private static final long serialVersionUID = 1L;

  /** What to tell the user if nobody asks otherwise. */
  public ServerError(ProvisioningException reason) {
    super(reason);
  }
}
