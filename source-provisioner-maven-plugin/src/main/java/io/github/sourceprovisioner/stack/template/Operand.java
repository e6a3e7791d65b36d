package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What an expression turned out to be. A key that does not exist is no failure yet: {@code default}
 * and {@code if} may ask for it.
 *
 * @param value empty if the data holds no such key
 * @param name how messages call it: {@code .vars.stage}
 * @param at the offset of its expression
 */
record Operand(Optional<Value> value, String name, int at) {

  static Operand absent(String name, int at) {
    return new Operand(Optional.empty(), name, at);
  }

  /** Whether there is no such key, or a null under it. */
  boolean isNothing() {
    return value.filter(v -> !(v instanceof Scalar scalar && scalar.isNull())).isEmpty();
  }

  /** Go's truth: everything but false, zero, nothing and what is empty. */
  boolean isTrue(TemplateText source) {
    if (value.isEmpty()) {
      return false;
    }
    if (value.get() instanceof ListValue list) {
      return !list.items().isEmpty();
    }
    if (value.get() instanceof MapValue map) {
      return !map.entries().isEmpty();
    }
    Scalar scalar = known(source);
    return switch (scalar.kind()) {
      case NULL -> false;
      case STRING -> !scalar.text().isEmpty();
      case BOOLEAN -> "true".equalsIgnoreCase(scalar.text());
      case INTEGER, FLOAT -> number(scalar).map(n -> n.signum() != 0).orElse(true);
    };
  }

  /** The characters that this is written with. */
  String text(TemplateText source) {
    Scalar scalar = scalar(source);
    return scalar.kind() == Scalar.Kind.BOOLEAN
        ? String.valueOf("true".equalsIgnoreCase(scalar.text()))
        : scalar.text();
  }

  /** The scalar that this is; never null. */
  Scalar scalar(TemplateText source) {
    Value present = present(source);
    if (present instanceof Scalar) {
      return known(source);
    }
    throw source.refuse(
        at,
        "'" + name + "' is " + present.describe() + " and cannot be written as text",
        "name one of its values, or pick one with index");
  }

  /** The value that this is; never null. */
  Value present(TemplateText source) {
    return value
        .filter(v -> !(v instanceof Scalar scalar && scalar.isNull()))
        .orElseThrow(
            () ->
                source.refuse(
                    at,
                    "'" + name + (value.isEmpty() ? "' does not exist" : "' is null"),
                    "set it, or write {{ " + name + " | default \"…\" }}"));
  }

  /** The number, or empty for what is none, and for infinity and its like. */
  static Optional<BigDecimal> number(Scalar scalar) {
    String text = scalar.text();
    if (text.length() > 40 || !isNumeric(scalar)) {
      return Optional.empty();
    }
    try {
      int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
      return Optional.of(
          radix == 10
              ? new BigDecimal(text)
              : new BigDecimal(new BigInteger(text.substring(2), radix)));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  static boolean isNumeric(Scalar scalar) {
    return scalar.kind() == Scalar.Kind.INTEGER || scalar.kind() == Scalar.Kind.FLOAT;
  }

  /** The scalar, whose value must not depend on a function that nobody called yet. */
  private Scalar known(TemplateText source) {
    Scalar scalar = (Scalar) value.orElseThrow();
    scalar
        .function()
        .ifPresent(
            function -> {
              throw source.refuse(
                  at,
                  "'" + name + "' is " + scalar.describe() + ", which is not known here",
                  "write the value itself, or read a variable with {{ env \"NAME\" }}");
            });
    return scalar;
  }
}
