package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;

/** Renders the strings of a tree of values, and nothing else in it. */
public final class TreeRenderer {

  private final GoTemplate template;

  /** A renderer that reads templates with the engine. */
  public TreeRenderer(GoTemplate template) {
    this.template = template;
  }

  /** Whether anything in a tree may be a template. */
  public static boolean hasTemplates(Value tree) {
    if (tree instanceof Scalar scalar) {
      return GoTemplate.isTemplate(scalar.text());
    }
    Iterable<Value> parts =
        tree instanceof ListValue list ? list.items() : ((MapValue) tree).entries().values();
    for (Value part : parts) {
      if (hasTemplates(part)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The tree with every template in it rendered, once; positions, keys, functions and the strings
   * of {@code !literal} stay as they are. What was rendered is a string.
   *
   * @throws InvalidStack as {@link GoTemplate#render}
   */
  public Value render(Value tree, MapValue data) {
    if (tree instanceof MapValue map) {
      return map.mapValues(value -> render(value, data));
    }
    if (tree instanceof ListValue list) {
      return list.mapItems(item -> render(item, data));
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
