package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.config.AtmosConfig;
import io.github.sourceprovisioner.stack.file.Nearest;
import io.github.sourceprovisioner.stack.function.YamlFunctions;
import io.github.sourceprovisioner.stack.manifest.Manifest;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import io.github.sourceprovisioner.stack.template.TreeRenderer;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** From a manifest to its components. What is wrong with one component leaves the others alone. */
public final class Assembly {

  private final AtmosConfig config;
  private final StackNames names;
  private final Rendering rendering;
  private final SortedMap<String, String> leftOut = new TreeMap<>();

  /** An assembly for one project. */
  public Assembly(AtmosConfig config, GoTemplate templates, YamlFunctions functions) {
    this.config = config;
    this.names = new StackNames(config.naming(), templates);
    this.rendering =
        new Rendering(new TreeRenderer(templates), functions, config.templating().enabled());
  }

  /**
   * All components of a manifest, in no particular order. Component types that are known to nobody
   * are left out, since other tools have theirs; one that declares sources is worth a warning.
   *
   * @throws InvalidStack if the manifest as a whole makes no sense
   */
  public List<Assembled> components(Manifest manifest) {
    MapValue all = Fields.mapOrEmpty(manifest.content(), "components");
    List<Assembled> result = new ArrayList<>();
    for (String type : all.entries().keySet()) {
      if (!config.types().containsKey(type)) {
        requireNoTypingError(type, all);
        leaveOut(type, all);
        continue;
      }
      MapValue components = Fields.mapOrEmpty(all, type);
      Sections sections = new Sections(components, manifest.content(), type, config);
      for (String name : components.entries().keySet()) {
        result.add(component(new Place(manifest, type, name, components), sections));
      }
    }
    return result;
  }

  /** What was left out so far, one line a component type. */
  public List<String> warnings() {
    return List.copyOf(leftOut.values());
  }

  private void leaveOut(String type, MapValue all) {
    boolean sources =
        Fields.mapOrEmpty(all, type).entries().values().stream()
            .anyMatch(one -> one instanceof MapValue map && map.get("source").isPresent());
    if (sources) {
      leftOut.putIfAbsent(
          type,
          "%s: nothing installed knows the component type '%s'; its sources are left out. Add a jar"
                  .formatted(all.keyPosition(type), type)
              + " with a ComponentType for it to the plugin's <dependencies>");
    }
  }

  private Assembled component(Place place, Sections sections) {
    MapValue merged;
    try {
      merged = sections.of(place.name());
    } catch (ProvisioningException e) {
      return place.invalid(nameOf(place), place.written(), e);
    }
    ComponentId id;
    try {
      id = place.id(names.of(place.manifest(), merged));
    } catch (ProvisioningException e) {
      return place.invalid(Optional.empty(), merged, e);
    }
    try {
      return place.valid(rendered(place, id, merged));
    } catch (ProvisioningException e) {
      return place.invalid(Optional.of(id), merged, e);
    }
  }

  private Component rendered(Place place, ComponentId id, MapValue merged) {
    Subject subject = new Subject(id, directory(merged, place.name()), place.manifest());
    MapValue section = rendering.render(merged, subject);
    return new Component(
        id,
        section,
        isDeployable(section),
        directory(section, place.name()),
        place.position(),
        Optional.empty());
  }

  /** The name of the stack of a component that cannot be merged, as far as that can be told. */
  private Optional<ComponentId> nameOf(Place place) {
    try {
      return Optional.of(place.id(names.of(place.manifest(), place.topAndOwn(config))));
    } catch (ProvisioningException e) {
      return Optional.of(place.id(place.manifest().key()));
    }
  }

  private static String directory(MapValue section, String name) {
    return Fields.text(Fields.mapOrEmpty(section, "metadata"), "component")
        .or(() -> Fields.text(section, "component"))
        .orElse(name);
  }

  private static boolean isDeployable(MapValue section) {
    MapValue metadata = Fields.mapOrEmpty(section, "metadata");
    Optional<Scalar> enabled = Fields.scalar(metadata, "enabled");
    if (enabled.isPresent() && !enabled.get().text().matches("(?i)true|false")) {
      throw new InvalidStack(
          Problem.of("'enabled' is neither true nor false")
              .at(enabled.get().position())
              .advise("write enabled: true or enabled: false"));
    }
    return !Place.isAbstract(section)
        && enabled.filter(e -> e.text().equalsIgnoreCase("false")).isEmpty();
  }

  private void requireNoTypingError(String type, MapValue all) {
    Optional<String> advice = Nearest.advice(type, new TreeSet<>(config.types().keySet()));
    if (advice.isPresent()) {
      throw new InvalidStack(
          Problem.of("unknown component type '" + type + "'")
              .at(all.keyPosition(type))
              .advise(advice.get()));
    }
  }
}
