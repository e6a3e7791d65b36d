package io.github.sourceprovisioner.failure;

/** The cache cannot be read or written, or lacks what an offline run needs. */
public final class CacheUnusable extends ProvisioningException {

  private static final long serialVersionUID = 1L;

  /** A failure with what is known about it. */
  public CacheUnusable(Problem problem) {
    super(Code.GENERAL, problem);
  }

  @Override
  public CacheUnusable with(Problem problem) {
    return new CacheUnusable(problem);
  }
}
