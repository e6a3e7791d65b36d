package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.config.AtmosConfig;
import io.github.sourceprovisioner.stack.config.TypeConfig;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import io.github.sourceprovisioner.stack.source.SourceLayer;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for every component of one type in one stack, the weakest first: {@code provision} of
 * {@code atmos.yaml}, the top of the manifest, and the section of the component type.
 */
final class GlobalLayers {

  private static final List<String> STACK_SECTIONS =
      List.of("vars", "settings", "env", "auth", "hooks", "dependencies", "generate", "metadata");

  /** What metadata may say for more than one component. */
  private static final Set<String> SHARED_METADATA =
      Set.of("labels", "tags", "custom", "enabled", "locked", "terraform_workspace_pattern");

  /** Keys of a type's section that are no sections of a component. */
  private static final Set<String> NO_SECTIONS = Set.of("overrides", "locals", "components");

  private GlobalLayers() {}

  static List<MapValue> of(MapValue manifest, String type, AtmosConfig config) {
    MapValue own = Fields.mapOrEmpty(manifest, type);
    Map<String, Value> typed = new LinkedHashMap<>(own.entries());
    typed.keySet().removeAll(NO_SECTIONS);
    MapValue section = shared(own.with(typed));
    return List.of(defaults(config, type), stack(manifest), SourceLayer.normalise(section));
  }

  private static MapValue defaults(AtmosConfig config, String type) {
    MapValue provision =
        Optional.ofNullable(config.types().get(type))
            .map(TypeConfig::provision)
            .map(own -> new DeepMerge(config.lists()).merge(config.provision(), own))
            .orElse(config.provision());
    return provision.entries().isEmpty()
        ? MapValue.empty(provision.position())
        : new MapValue(Map.of("provision", provision), Map.of(), provision.position());
  }

  private static MapValue stack(MapValue manifest) {
    Map<String, Value> sections = new LinkedHashMap<>();
    for (String name : STACK_SECTIONS) {
      Fields.map(manifest, name).ifPresent(section -> sections.put(name, section));
    }
    return shared(new MapValue(sections, Map.of(), manifest.position()));
  }

  private static MapValue shared(MapValue layer) {
    if (!(layer.entries().get("metadata") instanceof MapValue metadata)) {
      return layer;
    }
    Map<String, Value> kept = new LinkedHashMap<>(metadata.entries());
    // A source is kept: it moves to its own section before layers are merged.
    kept.keySet().removeIf(key -> !SHARED_METADATA.contains(key) && !key.equals("source"));
    Map<String, Value> entries = new LinkedHashMap<>(layer.entries());
    entries.put("metadata", metadata.with(kept));
    return layer.with(entries);
  }
}
