package io.github.sourceprovisioner.failure;

/** A stack manifest, a source section or a parameter says something that cannot be meant. */
public final class InvalidStack extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public InvalidStack(Problem problem) {
    super(Code.CONFIGURATION, problem);
  }

  @Override
  public InvalidStack with(Problem problem) {
    return new InvalidStack(problem);
  }
}
