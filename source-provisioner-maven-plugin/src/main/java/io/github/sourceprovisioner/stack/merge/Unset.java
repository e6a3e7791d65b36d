package io.github.sourceprovisioner.stack.merge;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes what {@code !unset} removes. The mark itself merges like any value, so that it also hides
 * what a layer below it brings; only the finished section drops it, together with its key.
 */
public final class Unset {

  private static final String MARK = "!unset";

  private Unset() {}

  /** The map without every key and item that was unset; the same map if there is none. */
  public static MapValue drop(MapValue map) {
    return (MapValue) dropIn(map);
  }

  private static Value dropIn(Value value) {
    if (value instanceof MapValue map) {
      return dropInMap(map);
    }
    if (value instanceof ListValue list) {
      return dropInList(list);
    }
    return value;
  }

  private static ListValue dropInList(ListValue list) {
    if (list.items().stream().noneMatch(Unset::isMark)) {
      return list.mapItems(Unset::dropIn);
    }
    List<Value> kept = list.items().stream().filter(item -> !isMark(item)).toList();
    return new ListValue(kept, list.append(), list.position()).mapItems(Unset::dropIn);
  }

  private static MapValue dropInMap(MapValue map) {
    MapValue kept = map;
    if (map.entries().values().stream().anyMatch(Unset::isMark)) {
      Map<String, Value> entries = new LinkedHashMap<>(map.entries());
      entries.values().removeIf(Unset::isMark);
      kept = map.with(entries);
    }
    return kept.mapValues(Unset::dropIn);
  }

  private static boolean isMark(Value value) {
    return value instanceof Scalar scalar && scalar.function().filter(MARK::equals).isPresent();
  }
}
