package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.util.List;

/**
 * A YAML sequence.
 *
 * @param items in order
 * @param append whether {@code !append} asks to add to an inherited list instead of replacing it
 * @param position where it starts
 */
public record ListValue(List<Value> items, boolean append, Position position) implements Value {

  public ListValue {
    items = List.copyOf(items);
  }

  @Override
  public String describe() {
    return "a list";
  }
}
