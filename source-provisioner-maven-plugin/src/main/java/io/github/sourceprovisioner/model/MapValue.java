package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    entries = FixedMap.copyOf(entries);
    keys = FixedMap.copyOf(keys);
  }

  /** A mapping without entries. */
  public static MapValue empty(Position position) {
    return new MapValue(Map.of(), Map.of(), position);
  }

  /** The same map with other entries; the keys that it had stand where they stood. */
  public MapValue with(Map<String, Value> others) {
    return new MapValue(others, keys, position);
  }

  /** The map with a change of every value; the same one if nothing changes. */
  public MapValue mapValues(UnaryOperator<Value> change) {
    Map<String, Value> changed = entries;
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      Value value = change.apply(entry.getValue());
      if (!isSame(value, entry.getValue())) {
        changed = changed instanceof FixedMap ? new LinkedHashMap<>(entries) : changed;
        changed.put(entry.getKey(), value);
      }
    }
    return changed instanceof FixedMap ? this : with(changed);
  }

  /** The map with a change of one value; the same one if nothing changes or it is not there. */
  public MapValue mapValue(String key, UnaryOperator<Value> change) {
    Value before = entries.get(key);
    Value after = before == null ? null : change.apply(before);
    if (before == null || after == null || isSame(before, after)) {
      return this;
    }
    Map<String, Value> changed = new LinkedHashMap<>(entries);
    changed.put(key, after);
    return with(changed);
  }

  @SuppressWarnings("ReferenceEquality")
  static boolean isSame(Value one, Value other) {
    return one == other;
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

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof MapValue that
            && position.equals(that.position)
            && entries.equals(that.entries)
            && keys.equals(that.keys));
  }

  @Override
  public int hashCode() {
    return entries.hashCode() * 31 + position.hashCode();
  }

  @Override
  public String describe() {
    return "a map";
  }
}
