package io.github.sourceprovisioner.failure;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transfer broke or the host failed: the only failure that is worth another attempt. */
public final class TransferFailed extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /** A failure with what is known about it. */
  public TransferFailed(Problem problem) {
    this(problem, Optional.empty());
  }

  /**
   * A failure of a host that says when to come back.
   *
   * @param retryAfter how long the host wants to be left alone (RFC 9110, 10.2.3); not negative
   */
  public TransferFailed(Problem problem, Optional<Duration> retryAfter) {
    super(Code.GENERAL, problem);
    this.retryAfter = retryAfter.orElse(null);
  }

  /** How long the host wants to be left alone, if it said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public TransferFailed with(Problem problem) {
    return new TransferFailed(problem, retryAfter());
  }
}
