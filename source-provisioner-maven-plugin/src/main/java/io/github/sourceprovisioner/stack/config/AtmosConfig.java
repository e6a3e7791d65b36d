package io.github.sourceprovisioner.stack.config;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.stack.merge.ListStrategy;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a project says about itself.
 *
 * @param basePath {@code base_path}; absolute
 * @param manifests where the manifests are
 * @param naming how stacks get their names
 * @param lists {@code settings.list_merge_strategy}
 * @param inheriting what comes from base components
 * @param templating how components are rendered
 * @param types every known component type
 * @param provision {@code settings.provision} and {@code provision}, the later over the former
 */
public record AtmosConfig(
    Path basePath,
    Manifests manifests,
    Naming naming,
    ListStrategy lists,
    Inheriting inheriting,
    Templating templating,
    Map<String, TypeConfig> types,
    MapValue provision) {

  public AtmosConfig {
    types = Map.copyOf(types);
  }
}
