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
      List<Value> kept =
          list.items().stream().filter(item -> !isMark(item)).map(Unset::dropIn).toList();
      return kept.equals(list.items()) ? list : new ListValue(kept, list.append(), list.position());
    }
    return value;
  }

  private static MapValue dropInMap(MapValue map) {
    boolean changed = false;
    Map<String, Value> kept = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      Value value = entry.getValue();
      if (isMark(value)) {
        changed = true;
        continue;
      }
      Value clean = dropIn(value);
      changed |= clean != value;
      kept.put(entry.getKey(), clean);
    }
    return changed ? new MapValue(kept, map.keys(), map.position()) : map;
  }

  private static boolean isMark(Value value) {
    return value instanceof Scalar scalar && scalar.function().filter(MARK::equals).isPresent();
  }
}
