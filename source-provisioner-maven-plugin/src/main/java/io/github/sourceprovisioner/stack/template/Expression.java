package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.model.Scalar;
import java.util.List;

/** What has a value; a pipeline is a call whose last argument is the stage before. */
sealed interface Expression {

  /** The offset at which it stands. */
  int at();

  /** A string, a number, a boolean or nil. */
  record Literal(Scalar value, int at) implements Expression {}

  /** The whole data. */
  record Root(int at) implements Expression {}

  /** A key of a map. */
  record Field(Expression base, String key, int at) implements Expression {}

  /** A function with its arguments. */
  record Call(String function, List<Expression> arguments, int at) implements Expression {}
}
