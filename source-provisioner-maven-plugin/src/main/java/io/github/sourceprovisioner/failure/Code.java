package io.github.sourceprovisioner.failure;

/** The class of a failure, as it stands in messages and in {@code result.json}. */
public enum Code {
  /** Anything that is not below: network, disk, a damaged cache. */
  GENERAL(1),
  /** What the user wrote cannot be done as written. */
  CONFIGURATION(2),
  /** Somebody refused access. */
  ACCESS(3),
  /** Going on would lose or mix something. */
  CONFLICT(4);

  private final int number;

  Code(int number) {
    this.number = number;
  }

  /** The number that scripts see. */
  public int number() {
    return number;
  }
}
