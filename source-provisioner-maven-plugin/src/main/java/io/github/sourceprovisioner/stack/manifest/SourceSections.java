package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.source.SourceLayer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Brings every source of a file into its one form before files are merged: a string in one file and
 * a map in another would lose the string (D.7 of the reference on manifests).
 */
final class SourceSections {

  private final Set<String> types;

  SourceSections(Set<String> types) {
    this.types = types;
  }

  MapValue normalise(MapValue file) {
    if (file.get("source").isPresent()) {
      throw new InvalidStack(
          Problem.of("'source' has no meaning at the top of a manifest")
              .at(file.keyPosition("source"))
              .advise("move it below terraform:, or below a component"));
    }
    MapValue globals = eachType(file, SourceSections::layer);
    return changed(globals, "components", all -> eachType(all, SourceSections::components));
  }

  private MapValue eachType(MapValue parent, UnaryOperator<MapValue> change) {
    MapValue result = parent;
    for (String type : types) {
      result = changed(result, type, change);
    }
    return result;
  }

  private static MapValue components(MapValue section) {
    Map<String, Value> entries = new LinkedHashMap<>(section.entries());
    entries.replaceAll((name, value) -> value instanceof MapValue map ? layer(map) : value);
    return section.with(entries);
  }

  /** A source that cannot be read stays as it is: its component alone is invalid, later. */
  private static MapValue layer(MapValue layer) {
    try {
      return SourceLayer.normalise(layer);
    } catch (ProvisioningException e) {
      return layer;
    }
  }

  private static MapValue changed(MapValue parent, String key, UnaryOperator<MapValue> change) {
    if (!(parent.entries().get(key) instanceof MapValue section)) {
      return parent;
    }
    MapValue result = change.apply(section);
    if (result.equals(section)) {
      return parent;
    }
    Map<String, Value> entries = new LinkedHashMap<>(parent.entries());
    entries.put(key, result);
    return parent.with(entries);
  }
}
