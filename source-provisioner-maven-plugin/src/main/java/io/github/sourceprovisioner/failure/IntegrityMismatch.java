package io.github.sourceprovisioner.failure;

/** Content is not what its digest promises, or breaks a rule that protects the user. */
public final class IntegrityMismatch extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public IntegrityMismatch(Problem problem) {
    super(Code.CONFLICT, problem);
  }

  @Override
  public IntegrityMismatch with(Problem problem) {
    return new IntegrityMismatch(problem);
  }
}
