package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /** The list with a change of every item; the same one if nothing changes. */
  public ListValue mapItems(UnaryOperator<Value> change) {
    List<Value> changed = new ArrayList<>(items);
    changed.replaceAll(change);
    for (int i = 0; i < items.size(); i++) {
      if (!MapValue.isSame(items.get(i), changed.get(i))) {
        return new ListValue(changed, append, position);
      }
    }
    return this;
  }

  @Override
  public String describe() {
    return "a list";
  }
}
