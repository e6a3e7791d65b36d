package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.SourceSpec;
import java.util.List;
import java.util.Optional;

/**
 * What the manifests ask for.
 *
 * @param targets the components to look after, in stack order
 * @param invalid the components whose source cannot be understood, with the reason
 */
record Plan(List<Target> targets, List<Invalid> invalid) {

  /**
   * A component that has a source which nobody can use.
   *
   * @param spec its source as written, if that could be read
   */
  record Invalid(Component component, Optional<SourceSpec> spec, Failure failure) {}
}
