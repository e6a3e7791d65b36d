package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML mapping with string keys, in the order in which they were written.
 *
 * @param entries key to value
 * @param keys key to the place of the key itself; a key that no file wrote is absent here
 * @param position where the mapping starts
 */
public record MapValue(Map<String, Value> entries, Map<String, Position> keys, Position position)
    implements Value {

  public MapValue {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keys = Map.copyOf(keys);
  }

  /** A mapping without entries. */
  public static MapValue empty(Position position) {
    return new MapValue(Map.of(), Map.of(), position);
  }

  /** The value under a key; a key with a null value is present with a null {@link Scalar}. */
  public Optional<Value> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Where the key stands, or where its value starts, or where this mapping starts. */
  public Position keyPosition(String key) {
    Position known = keys.get(key);
    if (known != null) {
      return known;
    }
    Value value = entries.get(key);
    return value == null ? position : value.position();
  }

  @Override
  public String describe() {
    return "a map";
  }
}
