package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.List;
import java.util.Optional;

/** Writes one template with one set of data. */
final class Evaluator {

  private final TemplateText source;
  private final MapValue data;
  private final Functions functions;
  private final StringBuilder out = new StringBuilder();

  Evaluator(TemplateText source, MapValue data, Functions functions) {
    this.source = source;
    this.data = data;
    this.functions = functions;
  }

  String write(List<Node> nodes) {
    nodes.forEach(this::node);
    return out.toString();
  }

  private void node(Node node) {
    if (node instanceof Node.Text text) {
      append(text.text(), text.at());
    } else if (node instanceof Node.Print print) {
      append(value(print.value()).text(source), print.value().at());
    } else if (node instanceof Node.If condition) {
      condition.branches().stream()
          .filter(branch -> value(branch.condition()).isTrue(source))
          .findFirst()
          .map(Node.Branch::body)
          .orElse(condition.otherwise())
          .forEach(this::node);
    }
  }

  private void append(String text, int at) {
    if (out.length() + text.length() > TemplateText.LIMIT) {
      throw source.tooLong(at);
    }
    out.append(text);
  }

  private Operand value(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      Scalar scalar = literal.value();
      boolean isText = scalar.kind() == Scalar.Kind.STRING;
      String name = isText ? GoString.quote(scalar.text()) : scalar.text();
      return new Operand(Optional.of(scalar), name, literal.at());
    }
    if (expression instanceof Expression.Field field) {
      return field(field);
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    return new Operand(Optional.of(data), ".", expression.at());
  }

  /** A key of something that does not exist does not exist either. */
  private Operand field(Expression.Field field) {
    Operand base = value(field.base());
    String name = (base.name().equals(".") ? "" : base.name()) + "." + field.key();
    if (base.isNothing()) {
      return Operand.absent(base.value().isPresent() ? name : base.name(), base.at());
    }
    Value value = base.present(source);
    if (value instanceof MapValue map) {
      return new Operand(map.get(field.key()), name, field.at());
    }
    throw source.refuse(
        field.at(),
        "'" + base.name() + "' is " + value.describe() + " and has no '" + field.key() + "'",
        "name a value that is a map, or remove '." + field.key() + "'");
  }

  private Operand call(Expression.Call call) {
    if (Functions.LAZY.contains(call.function())) {
      return firstThatDecides(call);
    }
    List<Operand> arguments = call.arguments().stream().map(this::value).toList();
    TemplateFunction function = functions.table().get(call.function());
    if (function == null) {
      throw new IllegalStateException("the parser let " + call.function() + " pass");
    }
    return function.apply(new Call(source, call.function(), arguments, call.at()));
  }

  /** The first false argument of {@code and}, the first true one of {@code or}, else the last. */
  private Operand firstThatDecides(Expression.Call call) {
    boolean deciding = call.function().equals("or");
    Operand last = Operand.absent("the result of " + call.function(), call.at());
    if (call.arguments().isEmpty()) {
      throw source.refuse(
          call.at(),
          "'" + call.function() + "' takes 1 or more arguments, but has 0",
          "write what it is to look at behind it");
    }
    for (Expression argument : call.arguments()) {
      last = value(argument);
      if (last.isTrue(source) == deciding) {
        return last;
      }
    }
    return last;
  }
}
