package io.github.sourceprovisioner.failure;

/**
 * The host answered, and what was asked for is not there: repository, ref, subdirectory or file.
 */
public final class SourceNotFound extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public SourceNotFound(Problem problem) {
    super(Code.CONFIGURATION, problem);
  }

  @Override
  public SourceNotFound with(Problem problem) {
    return new SourceNotFound(problem);
  }
}
