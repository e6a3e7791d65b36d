package io.github.sourceprovisioner.stack.config;

import io.github.sourceprovisioner.model.Scalar;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the stack manifests are.
 *
 * @param directory the stacks directory; absolute
 * @param included globs below the directory; empty means the default layout
 * @param excluded globs below the directory; exclusion wins
 */
public record Manifests(Path directory, List<Scalar> included, List<Scalar> excluded) {

  public Manifests {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }
}
