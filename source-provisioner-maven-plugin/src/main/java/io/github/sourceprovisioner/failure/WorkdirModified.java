package io.github.sourceprovisioner.failure;

/** Going on would overwrite or delete what the user or the tool made in a workdir. */
public final class WorkdirModified extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public WorkdirModified(Problem problem) {
    super(Code.CONFLICT, problem);
  }

  @Override
  public WorkdirModified with(Problem problem) {
    return new WorkdirModified(problem);
  }
}
