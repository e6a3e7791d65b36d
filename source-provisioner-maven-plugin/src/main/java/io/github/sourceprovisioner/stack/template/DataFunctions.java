package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Functions that look at values: what they are, what they hold, whether they are equal. */
final class DataFunctions {

  private DataFunctions() {}

  /**
   * The table.
   *
   * @param environment what {@code env} reads; a variable that is not set is the empty string, as
   *     in sprig
   */
  static Map<String, TemplateFunction> table(Map<String, String> environment) {
    Map<String, String> variables = Map.copyOf(environment);
    return Map.of(
        "default", new TemplateFunction(1, 2, DataFunctions::orDefault),
        "env",
            TemplateFunction.of(1, call -> call.result(variables.getOrDefault(call.text(0), ""))),
        "eq", new TemplateFunction(2, TemplateFunction.MANY, call -> call.result(equalsAny(call))),
        "ne", TemplateFunction.of(2, call -> call.result(!equalsAny(call))),
        "not", TemplateFunction.of(1, call -> call.result(!call.argument(0).isTrue(call.source()))),
        "index", new TemplateFunction(2, TemplateFunction.MANY, DataFunctions::index),
        "len", TemplateFunction.of(1, DataFunctions::length));
  }

  private static Operand orDefault(Call call) {
    Operand last = call.argument(call.arguments().size() - 1);
    return last.isTrue(call.source()) ? last : call.argument(0);
  }

  private static boolean equalsAny(Call call) {
    Operand first = call.argument(0);
    return call.arguments().stream().skip(1).anyMatch(other -> areEqual(call, first, other));
  }

  /** Two values of different types are a mistake rather than unequal, as in Go. */
  private static boolean areEqual(Call call, Operand one, Operand two) {
    Scalar a = one.scalar(call.source());
    Scalar b = two.scalar(call.source());
    if (Operand.isNumeric(a) && Operand.isNumeric(b)) {
      Optional<BigDecimal> number = Operand.number(a);
      Optional<BigDecimal> other = Operand.number(b);
      return number
          .flatMap(n -> other.map(o -> n.compareTo(o) == 0))
          .orElse(a.text().equals(b.text()));
    }
    if (a.kind() != b.kind()) {
      throw call.refuse(
          "'" + call.function() + "' cannot compare " + a.describe() + " with " + b.describe(),
          "give both one type, for instance with printf \"%v\"");
    }
    return one.text(call.source()).equals(two.text(call.source()));
  }

  private static Operand index(Call call) {
    Operand base = call.argument(0);
    for (Operand key : call.arguments().subList(1, call.arguments().size())) {
      base = base.isNothing() ? base : index(call, base, key);
    }
    return base;
  }

  private static Operand index(Call call, Operand base, Operand key) {
    Value value = base.present(call.source());
    String text = key.text(call.source());
    String name = "(index " + base.name() + " " + key.name() + ")";
    if (value instanceof MapValue map) {
      return new Operand(map.get(text), name, call.at());
    }
    if (value instanceof ListValue list) {
      int at =
          Operand.number(key.scalar(call.source()))
              .filter(number -> number.scale() <= 0 && number.signum() >= 0)
              .filter(number -> number.compareTo(new BigDecimal(list.items().size())) < 0)
              .map(BigDecimal::intValueExact)
              .orElse(-1);
      return new Operand(
          at < 0 ? Optional.empty() : Optional.of(list.items().get(at)), name, call.at());
    }
    throw call.refuse(
        "'" + base.name() + "' is " + value.describe() + ", and index needs a map or a list",
        "remove the index");
  }

  /** Bytes of a string in UTF-8, entries of a map, items of a list. */
  private static Operand length(Call call) {
    Value value = call.argument(0).present(call.source());
    if (value instanceof MapValue map) {
      return call.result(map.entries().size());
    }
    if (value instanceof ListValue list) {
      return call.result(list.items().size());
    }
    return call.result(call.text(0).getBytes(StandardCharsets.UTF_8).length);
  }
}
