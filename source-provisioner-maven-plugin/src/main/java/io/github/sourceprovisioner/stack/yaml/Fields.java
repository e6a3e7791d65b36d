package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Typed access to the keys of a section. An absent key and one with a null value are both empty;
 * every wrong type is an {@link InvalidStack} at the value.
 */
public final class Fields {

  private Fields() {}

  /** The map under a key. */
  public static Optional<MapValue> map(MapValue section, String key) {
    Optional<Value> value = present(section, key);
    if (value.isPresent() && !(value.get() instanceof MapValue)) {
      throw wrong(key, value.get(), "a map");
    }
    return value.map(MapValue.class::cast);
  }

  /** The map under a key, or an empty one at the place of the section. */
  public static MapValue mapOrEmpty(MapValue section, String key) {
    return map(section, key).orElseGet(() -> MapValue.empty(section.position()));
  }

  /** The scalar under a key, of any kind but null; its text is what the user wrote. */
  public static Optional<Scalar> scalar(MapValue section, String key) {
    Optional<Value> value = present(section, key);
    if (value.isPresent() && !(value.get() instanceof Scalar)) {
      throw wrong(key, value.get(), "a string");
    }
    return value.map(Scalar.class::cast);
  }

  /** The text of the scalar under a key. */
  public static Optional<String> text(MapValue section, String key) {
    return scalar(section, key).map(Scalar::text);
  }

  /** The boolean under a key. */
  public static Optional<Boolean> bool(MapValue section, String key) {
    Optional<Value> value = present(section, key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
      return Optional.of(scalar.text().equalsIgnoreCase("true"));
    }
    throw new InvalidStack(
        Problem.of("'" + key + "' is " + value.get().describe() + ", not a boolean")
            .at(value.get().position())
            .advise("write " + key + ": true or " + key + ": false, without quotes"));
  }

  /** The items of the list under a key; empty if there is none. */
  public static List<Value> list(MapValue section, String key) {
    Optional<Value> value = present(section, key);
    if (value.isPresent() && !(value.get() instanceof ListValue)) {
      throw wrong(key, value.get(), "a list");
    }
    return value.map(ListValue.class::cast).map(ListValue::items).orElse(List.of());
  }

  /** The list of strings under a key; empty if there is none. */
  public static List<Scalar> strings(MapValue section, String key) {
    return list(section, key).stream().map(item -> string(key, item)).toList();
  }

  private static Scalar string(String key, Value item) {
    if (item instanceof Scalar scalar && !scalar.isNull()) {
      return scalar;
    }
    throw wrong("an item of " + key, item, "a string");
  }

  private static Optional<Value> present(MapValue section, String key) {
    return section.get(key).filter(value -> !(value instanceof Scalar s && s.isNull()));
  }

  private static InvalidStack wrong(String key, Value value, String wanted) {
    String expected =
        switch (wanted) {
          case "a map" -> "write key: value pairs below '" + key + "'";
          case "a list" -> "write one item a line below '" + key + "', each with a dash";
          default -> "write one string after '" + key + "'";
        };
    return new InvalidStack(
        Problem.of("'" + key + "' is " + value.describe() + ", not " + wanted)
            .at(value.position())
            .advise(expected));
  }
}
