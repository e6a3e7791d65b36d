package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sections {@code overrides} and {@code <type>.overrides} of a file. They are passed around as
 * one map with a key for each type, and {@code *} for those that hold for every type.
 */
final class Overrides {

  private static final String SECTION = "overrides";
  private static final String EVERY_TYPE = "*";

  private final Set<String> types;
  private final DeepMerge merge;

  Overrides(Set<String> types, DeepMerge merge) {
    this.types = types;
    this.merge = merge;
  }

  /** What a file itself overrides. */
  MapValue of(MapValue file) {
    Map<String, Value> all = new LinkedHashMap<>();
    Fields.map(file, SECTION).ifPresent(section -> all.put(EVERY_TYPE, section));
    for (String type : types) {
      Fields.map(file, type)
          .flatMap(section -> Fields.map(section, SECTION))
          .ifPresent(section -> all.put(type, section));
    }
    return new MapValue(all, Map.of(), file.position());
  }

  /** The file without its sections, and with the overrides put into each of its own components. */
  MapValue attach(MapValue file, MapValue overrides) {
    Map<String, Value> entries = new LinkedHashMap<>(file.entries());
    entries.remove(SECTION);
    for (String type : types) {
      if (entries.get(type) instanceof MapValue section && section.get(SECTION).isPresent()) {
        entries.put(type, without(section));
      }
    }
    if (!overrides.entries().isEmpty() && entries.get("components") instanceof MapValue map) {
      entries.put("components", components(map, overrides));
    }
    return file.with(entries);
  }

  private MapValue components(MapValue components, MapValue overrides) {
    Map<String, Value> entries = new LinkedHashMap<>(components.entries());
    for (String type : types) {
      MapValue own =
          merge.merge(Fields.mapOrEmpty(overrides, EVERY_TYPE), Fields.mapOrEmpty(overrides, type));
      if (!own.entries().isEmpty() && entries.get(type) instanceof MapValue section) {
        Map<String, Value> changed = new LinkedHashMap<>();
        section.entries().forEach((name, value) -> changed.put(name, with(value, own)));
        entries.put(type, section.with(changed));
      }
    }
    return components.with(entries);
  }

  private Value with(Value component, MapValue overrides) {
    MapValue wrapped = new MapValue(Map.of(SECTION, overrides), Map.of(), component.position());
    return component instanceof MapValue map ? merge.merge(List.of(map, wrapped)) : component;
  }

  private static MapValue without(MapValue section) {
    Map<String, Value> entries = new LinkedHashMap<>(section.entries());
    entries.remove(SECTION);
    return section.with(entries);
  }
}
