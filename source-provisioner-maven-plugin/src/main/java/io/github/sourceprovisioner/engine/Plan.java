package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.Failure;
import java.util.List;

/**
 * What the manifests ask for.
 *
 * @param targets the components to look after, in stack order
 * @param invalid the components whose source cannot be understood, with the reason
 */
record Plan(List<Target> targets, List<Invalid> invalid) {

  /** A component that has a source which nobody can use. */
  record Invalid(Component component, Failure failure) {}
}
