package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One layer of a component before layers are merged. Merging a string over a map would lose the
 * map, so every layer gets its source in one form and at one place first.
 */
public final class SourceLayer {

  private static final String SOURCE = "source";
  private static final String METADATA = "metadata";

  private SourceLayer() {}

  /**
   * The layer with its source as a map under the top-level key: {@code source: x} becomes {@code
   * source: {uri: x}}, and {@code metadata.source} moves up. A layer without a source comes back as
   * it is, and so does a source that {@code !unset} takes away.
   *
   * @param componentLayer one file's version of a component, or the section of a component type
   *     that holds for all its components
   * @throws InvalidStack if both places are used, or if a source is neither a string nor a map
   */
  public static MapValue normalise(MapValue componentLayer) {
    Optional<Value> direct = componentLayer.get(SOURCE);
    Optional<MapValue> metadata =
        componentLayer
            .get(METADATA)
            .filter(MapValue.class::isInstance)
            .map(MapValue.class::cast)
            .filter(map -> map.get(SOURCE).isPresent());
    if (metadata.isEmpty()) {
      return direct
          .map(value -> with(componentLayer, value, componentLayer.keyPosition(SOURCE)))
          .orElse(componentLayer);
    }
    Position inner = metadata.get().keyPosition(SOURCE);
    if (direct.isPresent()) {
      throw twice(componentLayer.keyPosition(SOURCE), inner);
    }
    MapValue rest = without(metadata.get());
    Map<String, Value> entries = new LinkedHashMap<>(componentLayer.entries());
    entries.put(METADATA, rest);
    MapValue layer = new MapValue(entries, componentLayer.keys(), componentLayer.position());
    return with(layer, metadata.get().get(SOURCE).orElseThrow(), inner);
  }

  private static MapValue with(MapValue layer, Value source, Position key) {
    Map<String, Value> entries = new LinkedHashMap<>(layer.entries());
    Map<String, Position> keys = new HashMap<>(layer.keys());
    entries.put(SOURCE, asMap(source));
    keys.put(SOURCE, key);
    return new MapValue(entries, keys, layer.position());
  }

  private static MapValue without(MapValue metadata) {
    Map<String, Value> entries = new LinkedHashMap<>(metadata.entries());
    Map<String, Position> keys = new HashMap<>(metadata.keys());
    entries.remove(SOURCE);
    keys.remove(SOURCE);
    return new MapValue(entries, keys, metadata.position());
  }

  private static Value asMap(Value source) {
    if (source instanceof MapValue) {
      return source;
    }
    if (!(source instanceof Scalar scalar)) {
      throw wrongForm(source);
    }
    if (scalar.function().filter("!unset"::equals).isPresent()) {
      return source;
    }
    if (scalar.function().isEmpty() && scalar.kind() != Scalar.Kind.STRING) {
      throw wrongForm(source);
    }
    if (scalar.function().isEmpty() && scalar.text().isBlank()) {
      throw new InvalidStack(
          Problem.of("source is empty")
              .at(scalar.position())
              .advise("write the URI of the source, or remove the key"));
    }
    return new MapValue(Map.of("uri", scalar), Map.of("uri", scalar.position()), scalar.position());
  }

  /** The failure of a source that is neither of the two forms. */
  static InvalidStack wrongForm(Value source) {
    return new InvalidStack(
        Problem.of("source must be a string or a map, but is " + source.describe())
            .at(source.position())
            .advise("write 'source: <uri>', or a map with the key 'uri'"));
  }

  private static InvalidStack twice(Position direct, Position inner) {
    return new InvalidStack(
        Problem.of("source is written twice: at " + direct + " and under metadata at " + inner)
            .at(inner)
            .advise("keep one of the two, best the one beside 'metadata'"));
  }
}
