package io.github.sourceprovisioner.failure;

import java.util.List;
import java.util.Optional;

/**
 * The only exception that crosses a package for a reason the user can understand. The subclass says
 * what kind of failure it is; {@link Problem} says the rest.
 */
public abstract sealed class ProvisioningException extends RuntimeException
    permits InvalidStack,
        UnknownSource,
        SourceNotFound,
        AccessDenied,
        TransferFailed,
        IntegrityMismatch,
        CacheUnusable,
        WorkdirModified,
        ProvisionerFailed {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final Code code;

  ProvisioningException(Code code, Problem problem) {
    super(problem.message(), problem.cause().orElse(null));
    this.code = code;
    this.problem = problem;
  }

  /** The stable name of the failure: the simple name of its class. */
  public final String kind() {
    return getClass().getSimpleName();
  }

  /** The class of failure that scripts may react to. */
  public final Code code() {
    return code;
  }

  /** Where the failing thing was declared, if a manifest declares it. */
  public final Optional<Position> position() {
    return problem.position();
  }

  /** A failure of the same kind with another problem. */
  public abstract ProvisioningException with(Problem problem);

  /** This failure, declared at a place that whoever threw it did not know. */
  public final ProvisioningException at(Position place) {
    ProvisioningException placed = with(problem.at(place));
    placed.setStackTrace(getStackTrace());
    return placed;
  }

  /** What to do about it, the best first. */
  public final List<String> advice() {
    return problem.advice();
  }

  /** Message, place, advice and cause. */
  public final Problem problem() {
    return problem;
  }
}
