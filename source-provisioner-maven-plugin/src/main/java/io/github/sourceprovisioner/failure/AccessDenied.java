package io.github.sourceprovisioner.failure;

/** The host wants another identity, or the file system refuses. */
public final class AccessDenied extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public AccessDenied(Problem problem) {
    super(Code.ACCESS, problem);
  }

  @Override
  public AccessDenied with(Problem problem) {
    return new AccessDenied(problem);
  }
}
