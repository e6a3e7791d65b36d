package io.github.sourceprovisioner.stack;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import java.nio.file.Path;
import java.util.Map;

/**
 * What holds for a whole project.
 *
 * @param basePath where paths of the project start; absolute
 * @param componentBasePaths for each component type, where its local components stand; absolute
 * @param sourceTtl {@code components.<type>.source.ttl} of {@code atmos.yaml}, for the types that
 *     have one
 * @param provisionDefaults {@code settings.provision} and {@code provision} of {@code atmos.yaml},
 *     which are also the weakest layer of every component
 */
public record ProjectConfig(
    Path basePath,
    Map<String, Path> componentBasePaths,
    Map<String, Scalar> sourceTtl,
    MapValue provisionDefaults) {

  public ProjectConfig {
    componentBasePaths = Map.copyOf(componentBasePaths);
    sourceTtl = Map.copyOf(sourceTtl);
  }
}
