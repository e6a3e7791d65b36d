package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.config.AtmosConfig;
import io.github.sourceprovisioner.stack.manifest.Manifest;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a component stands in a manifest.
 *
 * @param components all of its type, by name
 */
record Place(Manifest manifest, String type, String name, MapValue components) {

  Position position() {
    return components.keyPosition(name);
  }

  /** The component without what it inherits. */
  MapValue written() {
    return components.entries().get(name) instanceof MapValue map
        ? map
        : MapValue.empty(position());
  }

  /** The component with what holds for all of its type, but without what it inherits. */
  MapValue topAndOwn(AtmosConfig config) {
    List<MapValue> layers = new ArrayList<>(GlobalLayers.of(manifest.content(), type, config));
    layers.add(written());
    return new DeepMerge(config.lists()).merge(layers);
  }

  ComponentId id(String stack) {
    return new ComponentId(type, stack, name);
  }

  Assembled valid(Component component) {
    return new Assembled(component, manifest, true);
  }

  /** The component with what is wrong with it; without a known id it counts as unnamed. */
  Assembled invalid(Optional<ComponentId> known, MapValue section, ProvisioningException reason) {
    Component component =
        new Component(
            known.orElse(id(manifest.key())),
            section,
            !isAbstract(section),
            name,
            position(),
            Optional.of(reason));
    return new Assembled(component, manifest, known.isPresent());
  }

  static boolean isAbstract(MapValue section) {
    return section.entries().get("metadata") instanceof MapValue metadata
        && metadata.entries().get("type") instanceof Scalar type
        && type.text().equals("abstract");
  }
}
