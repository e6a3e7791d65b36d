package io.github.sourceprovisioner.failure;

/** The transfer broke or the host failed: the only failure that is worth another attempt. */
public final class TransferFailed extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public TransferFailed(Problem problem) {
    super(Code.GENERAL, problem);
  }

  @Override
  public TransferFailed with(Problem problem) {
    return new TransferFailed(problem);
  }
}
