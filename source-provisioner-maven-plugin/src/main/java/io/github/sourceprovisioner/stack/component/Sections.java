package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.config.AtmosConfig;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import io.github.sourceprovisioner.stack.merge.ListStrategy;
import io.github.sourceprovisioner.stack.merge.Unset;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The merged section of each component of one type in one stack: what holds for all, then what it
 * inherits, then its own, then its overrides. {@code settings.list_merge_strategy}, which may
 * itself be inherited, governs these layers.
 */
final class Sections {

  private static final String OVERRIDES = "overrides";

  private final MapValue components;
  private final List<MapValue> global;
  private final String type;
  private final AtmosConfig config;
  private final Map<ListStrategy, Inheritance> inheritances = new EnumMap<>(ListStrategy.class);

  Sections(MapValue components, MapValue manifest, String type, AtmosConfig config) {
    this.components = components;
    this.type = type;
    this.config = config;
    this.global = GlobalLayers.of(manifest, type, config);
  }

  /**
   * The section of a component.
   *
   * @throws InvalidStack if it cannot be merged
   */
  MapValue of(String name) {
    MapValue section = merged(name, config.lists());
    ListStrategy own =
        Fields.scalar(Fields.mapOrEmpty(section, "settings"), "list_merge_strategy")
            .map(ListStrategy::of)
            .orElse(config.lists());
    return Unset.drop(own == config.lists() ? section : merged(name, own));
  }

  private MapValue merged(String name, ListStrategy strategy) {
    DeepMerge merge = new DeepMerge(strategy);
    Inheritance inheritance =
        inheritances.computeIfAbsent(
            strategy, s -> new Inheritance(components, merge, config.inheriting()));
    MapValue chain = inheritance.resolve(name);
    MapValue overrides = Fields.mapOrEmpty(chain, OVERRIDES);
    if (overrides.get("source").isPresent()) {
      throw new InvalidStack(
          Problem.of("'overrides' cannot hold a source")
              .at(overrides.keyPosition("source"))
              .advise("write it below " + type + ":, or below the component"));
    }
    Map<String, Value> own = new LinkedHashMap<>(chain.entries());
    own.remove(OVERRIDES);
    List<MapValue> layers = new ArrayList<>(global);
    layers.add(chain.with(own));
    layers.add(overrides);
    return merge.merge(layers);
  }
}
