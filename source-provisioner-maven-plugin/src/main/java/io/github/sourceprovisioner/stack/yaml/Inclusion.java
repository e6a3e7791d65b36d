package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;

/** Answers {@code !include} and {@code !include.raw} while a file is read. */
@FunctionalInterface
public interface Inclusion {

  /**
   * What stands for an inclusion.
   *
   * @param call its function says which one it is, its text is the argument
   */
  Value include(Scalar call);
}
