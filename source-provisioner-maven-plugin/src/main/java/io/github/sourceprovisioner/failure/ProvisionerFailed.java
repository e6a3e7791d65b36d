package io.github.sourceprovisioner.failure;

/** A provisioner that runs at a hook event failed. */
public final class ProvisionerFailed extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public ProvisionerFailed(Problem problem) {
    super(Code.GENERAL, problem);
  }

  @Override
  public ProvisionerFailed with(Problem problem) {
    return new ProvisionerFailed(problem);
  }
}
