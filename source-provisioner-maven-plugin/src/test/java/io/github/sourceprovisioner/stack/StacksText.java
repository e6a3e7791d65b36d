package io.github.sourceprovisioner.stack;

import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;

/** Stacks as text that a person can read and compare: every value with the place it comes from. */
final class StacksText {

  private final StringBuilder text = new StringBuilder();

  static String of(Stacks stacks) {
    StacksText text = new StacksText();
    stacks.components().forEach(text::component);
    return text.text.toString();
  }

  private void component(Component component) {
    line(0, component.id() + ":  # " + component.position());
    line(1, "type: " + component.id().type());
    line(1, "directory: " + component.directory());
    line(1, "deployable: " + component.deployable());
    component
        .invalid()
        .ifPresent(
            reason -> {
              line(1, "invalid: " + reason.problem().message());
              reason.position().ifPresent(position -> line(1, "at: " + position));
              reason.advice().forEach(advice -> line(1, "advice: " + advice));
            });
    component.section().entries().forEach((key, value) -> entry(1, key + ":", value));
  }

  private void entry(int depth, String lead, Value value) {
    if (value instanceof Scalar scalar) {
      String function = scalar.function().map(name -> name + " ").orElse("");
      String shown = scalar.isNull() ? "null" : scalar.text().replace("\n", "\\n");
      line(depth, lead + " " + function + shown + "  # " + scalar.position());
    } else if (value instanceof ListValue list) {
      line(depth, lead + (list.items().isEmpty() ? " []" : ""));
      list.items().forEach(item -> entry(depth + 1, "-", item));
    } else {
      MapValue map = (MapValue) value;
      line(depth, lead + (map.entries().isEmpty() ? " {}" : ""));
      map.entries().forEach((key, item) -> entry(depth + 1, key + ":", item));
    }
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
