package io.github.sourceprovisioner.failure;

/** No locator understands the URI, or nothing installed can fetch its scheme. */
public final class UnknownSource extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public UnknownSource(Problem problem) {
    super(Code.CONFIGURATION, problem);
  }

  @Override
  public UnknownSource with(Problem problem) {
    return new UnknownSource(problem);
  }
}
