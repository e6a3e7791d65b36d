package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.config.Inheriting;
import io.github.sourceprovisioner.stack.file.Nearest;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import io.github.sourceprovisioner.stack.source.SourceLayer;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The components of one type in one stack, each with what it inherits: first the one that {@code
 * component} names, if it is one, then those of {@code metadata.inherits} in order, depth first; a
 * later one wins, and the component itself wins over all.
 */
final class Inheritance {

  private static final String COMPONENT = "component";

  /** Bases in a row; more is a mistake, and would be the end of the stack. */
  private static final int DEEPEST = 250;

  private final MapValue components;
  private final DeepMerge merge;
  private final Inheriting inheriting;
  private final Map<String, MapValue> resolved = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  Inheritance(MapValue components, DeepMerge merge, Inheriting inheriting) {
    this.components = components;
    this.merge = merge;
    this.inheriting = inheriting;
  }

  /**
   * The component with all that it inherits.
   *
   * @throws InvalidStack if a base is missing or inherits from the component itself
   */
  MapValue resolve(String name) {
    open.clear();
    return chain(name);
  }

  private MapValue chain(String name) {
    MapValue known = resolved.get(name);
    if (known != null) {
      return known;
    }
    requireShallow(name);
    open.add(name);
    MapValue own = own(name);
    List<MapValue> layers = new ArrayList<>();
    Optional<String> legacy = legacyBase(own, name);
    legacy.ifPresent(base -> layers.add(base(base, own.keyPosition(COMPONENT).toString(), own)));
    MapValue metadata = Fields.mapOrEmpty(own, "metadata");
    for (Scalar base : Fields.strings(metadata, "inherits")) {
      requireDefined(name, base);
      layers.add(base(base.text(), base.position().toString(), own));
    }
    boolean renamed = legacy.isPresent() && layers.get(0).get(COMPONENT).isPresent();
    layers.add(renamed ? without(own, Set.of(COMPONENT)) : own);
    MapValue merged = merge.merge(layers);
    open.remove(name);
    resolved.put(name, merged);
    return merged;
  }

  private void requireShallow(String name) {
    if (open.size() >= DEEPEST) {
      throw new InvalidStack(
          Problem.of("components inherit more than " + DEEPEST + " deep")
              .at(components.keyPosition(name))
              .advise("inherit from the components that are needed directly"));
    }
  }

  private MapValue base(String name, String asked, MapValue user) {
    if (open.contains(name)) {
      String cycle =
          Stream.concat(open.stream().dropWhile(one -> !one.equals(name)), Stream.of(name))
              .collect(Collectors.joining(" -> "));
      throw new InvalidStack(
          Problem.of("components inherit from each other: " + cycle)
              .at(Fields.mapOrEmpty(user, "metadata").keyPosition("inherits"))
              .advise("remove the base that is named at " + asked));
    }
    return inherited(chain(name));
  }

  /** What of a base goes on to those that inherit from it. */
  private MapValue inherited(MapValue base) {
    Set<String> own =
        inheriting.source() ? Set.of("overrides") : Set.of("overrides", "source", "provision");
    Map<String, Value> entries = new LinkedHashMap<>(without(base, own).entries());
    if (entries.get("metadata") instanceof MapValue metadata) {
      entries.put("metadata", without(metadata, Set.of("inherits", "type")));
    }
    if (!inheriting.metadata()) {
      entries.remove("metadata");
    }
    return base.with(entries);
  }

  /**
   * The component as it is written; a section left empty says nothing, but a source must not be.
   */
  private MapValue own(String name) {
    MapValue written = Fields.mapOrEmpty(components, name);
    Map<String, Value> entries = new LinkedHashMap<>(written.entries());
    entries
        .entrySet()
        .removeIf(
            entry ->
                !entry.getKey().equals("source")
                    && entry.getValue() instanceof Scalar scalar
                    && scalar.isNull());
    return SourceLayer.normalise(written.with(entries));
  }

  /** {@code component: base} inherits only if there is such a component; else it is a folder. */
  private Optional<String> legacyBase(MapValue own, String name) {
    return Fields.text(own, COMPONENT)
        .filter(base -> !base.equals(name) && components.entries().containsKey(base));
  }

  private void requireDefined(String name, Scalar base) {
    if (!components.entries().containsKey(base.text())) {
      throw new InvalidStack(
          Problem.of(
                  "component '"
                      + name
                      + "' inherits from '"
                      + base.text()
                      + "', which this stack does not define")
              .at(base.position())
              .advise(
                  Nearest.advice(base.text(), components.entries().keySet())
                      .orElse("import the manifest that defines '" + base.text() + "'")));
    }
  }

  private static MapValue without(MapValue map, Set<String> keys) {
    Map<String, Value> entries = new LinkedHashMap<>(map.entries());
    entries.keySet().removeAll(keys);
    return map.with(entries);
  }
}
