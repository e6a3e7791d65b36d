package io.github.sourceprovisioner.stack.merge;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges layers, the first the weakest. Maps are merged key by key; of anything else the later
 * value wins, whatever its type, an explicit null included. Lists follow the {@link ListStrategy},
 * and a list with {@code !append} is always added to the earlier one. Every value keeps its own
 * place.
 *
 * <p>All layers are merged at once: folding them pairwise would copy a growing map once a layer.
 */
public final class DeepMerge {

  private final ListStrategy lists;

  /** A merge with one strategy for lists. */
  public DeepMerge(ListStrategy lists) {
    this.lists = lists;
  }

  /**
   * One map of all layers; an empty one without a place if there are none. A map that only one
   * layer has is shared, not copied.
   */
  public MapValue merge(List<MapValue> layers) {
    List<MapValue> filled = layers.stream().filter(layer -> !layer.entries().isEmpty()).toList();
    if (filled.size() == 1) {
      return filled.get(0);
    }
    if (filled.isEmpty()) {
      return layers.isEmpty()
          ? MapValue.empty(Position.of(""))
          : MapValue.empty(layers.get(layers.size() - 1).position());
    }
    Map<String, List<Value>> values = new LinkedHashMap<>();
    Map<String, Position> keys = new HashMap<>();
    for (MapValue layer : filled) {
      layer.entries().forEach((k, v) -> values.computeIfAbsent(k, x -> new ArrayList<>(2)).add(v));
      keys.putAll(layer.keys());
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    values.forEach((key, all) -> entries.put(key, combine(all)));
    return new MapValue(entries, keys, filled.get(filled.size() - 1).position());
  }

  /** Two layers. */
  public MapValue merge(MapValue weaker, MapValue stronger) {
    return merge(List.of(weaker, stronger));
  }

  /** One key's values: only the maps after the last other value can matter, and that one list. */
  private Value combine(List<Value> values) {
    Optional<Value> below = Optional.empty();
    List<MapValue> maps = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof MapValue map) {
        maps.add(map);
        below = Optional.of(map);
      } else {
        maps.clear();
        below = Optional.of(below.isEmpty() ? value : onto(below.get(), value));
      }
    }
    return maps.isEmpty() ? below.orElseThrow() : merge(maps);
  }

  private Value onto(Value below, Value value) {
    if (!(value instanceof ListValue list)) {
      return value;
    }
    if (below instanceof ListValue earlier) {
      return join(earlier, list);
    }
    return new ListValue(list.items(), false, list.position());
  }

  private ListValue join(ListValue earlier, ListValue later) {
    ListStrategy strategy = later.append() ? ListStrategy.APPEND : lists;
    return switch (strategy) {
      case REPLACE -> later;
      case APPEND -> {
        List<Value> items = new ArrayList<>(earlier.items());
        items.addAll(later.items());
        yield new ListValue(items, earlier.append(), later.position());
      }
      case MERGE -> new ListValue(byIndex(earlier, later), earlier.append(), later.position());
    };
  }

  private List<Value> byIndex(ListValue earlier, ListValue later) {
    List<Value> items = new ArrayList<>(earlier.items());
    for (int i = 0; i < later.items().size(); i++) {
      Value value = later.items().get(i);
      if (i >= items.size()) {
        items.add(value);
      } else if (items.get(i) instanceof MapValue below && value instanceof MapValue above) {
        items.set(i, merge(below, above));
      }
    }
    return items;
  }
}
