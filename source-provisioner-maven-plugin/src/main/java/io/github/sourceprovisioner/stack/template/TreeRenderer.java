package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders the strings of a tree of values, and nothing else in it. */
public final class TreeRenderer {

  private final GoTemplate template;

  /** A renderer that reads templates with the engine. */
  public TreeRenderer(GoTemplate template) {
    this.template = template;
  }

  /**
   * The tree with every template in it rendered, once; positions, keys, functions and the strings
   * of {@code !literal} stay as they are. What was rendered is a string.
   *
   * @throws InvalidStack as {@link GoTemplate#render}
   */
  public Value render(Value tree, MapValue data) {
    if (tree instanceof MapValue map) {
      Map<String, Value> entries = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> entries.put(key, render(value, data)));
      return new MapValue(entries, map.keys(), map.position());
    }
    if (tree instanceof ListValue list) {
      return new ListValue(
          list.items().stream().map(item -> render(item, data)).toList(),
          list.append(),
          list.position());
    }
    Scalar scalar = (Scalar) tree;
    boolean isLiteral = scalar.function().filter("!literal"::equals).isPresent();
    if (isLiteral || scalar.isNull() || !GoTemplate.isTemplate(scalar.text())) {
      return scalar;
    }
    String text = template.render(scalar.text(), data, start(scalar));
    return new Scalar(text, scalar.kind(), scalar.function(), scalar.position());
  }

  /**
   * Where the characters of a scalar begin. YAML needs a quote before a brace, and text of several
   * lines begins below its {@code |}.
   */
  private static Position start(Scalar scalar) {
    Position position = scalar.position();
    if (position.line() == 0) {
      return position;
    }
    if (scalar.text().indexOf('\n') >= 0) {
      return new Position(position.file(), position.line() + 1, 1);
    }
    boolean quoted = scalar.function().isEmpty() && scalar.text().startsWith("{{");
    return new Position(position.file(), position.line(), position.column() + (quoted ? 1 : 0));
  }
}
