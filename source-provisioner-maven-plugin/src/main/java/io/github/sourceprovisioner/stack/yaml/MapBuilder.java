package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One map while it is read. Merge keys give way to the map's own keys wherever they stand, and an
 * earlier map of a list of them wins (YAML merge key draft, 2005).
 */
final class MapBuilder {

  private final Map<String, Value> entries = new LinkedHashMap<>();
  private final Map<String, Position> keys = new HashMap<>();
  private final List<MapValue> merged = new ArrayList<>();
  private final Position position;

  MapBuilder(Position position) {
    this.position = position;
  }

  void put(String key, Value value, Position place) {
    Position first = keys.putIfAbsent(key, place);
    if (first != null) {
      throw new InvalidStack(
          Problem.of("the key '" + key + "' stands twice in one map")
              .at(place)
              .advise("remove one of the two; the first is in line " + first.line()));
    }
    entries.put(key, value);
  }

  void merge(Value value, Position place) {
    if (value instanceof MapValue map) {
      merged.add(map);
    } else if (value instanceof ListValue list
        && list.items().stream().allMatch(MapValue.class::isInstance)) {
      list.items().forEach(item -> merged.add((MapValue) item));
    } else {
      throw new InvalidStack(
          Problem.of("the merge key << has " + value.describe())
              .at(place)
              .advise("give it an alias of a map, or a list of such aliases"));
    }
  }

  MapValue build() {
    for (MapValue map : merged) {
      map.entries()
          .forEach(
              (key, value) -> {
                if (entries.putIfAbsent(key, value) == null) {
                  keys.put(key, map.keyPosition(key));
                }
              });
    }
    return new MapValue(entries, keys, position);
  }
}
