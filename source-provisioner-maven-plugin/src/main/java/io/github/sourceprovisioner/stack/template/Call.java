package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * One call of a function.
 *
 * @param function its name
 * @param arguments what it is given, the number of them checked
 * @param at the offset of the call
 */
record Call(TemplateText source, String function, List<Operand> arguments, int at) {

  Operand argument(int index) {
    return arguments.get(index);
  }

  /** An argument as text. */
  String text(int index) {
    return argument(index).text(source);
  }

  Operand result(String text) {
    if (text.length() > TemplateText.LIMIT) {
      throw source.tooLong(at);
    }
    return result(text, Scalar.Kind.STRING);
  }

  Operand result(boolean truth) {
    return result(String.valueOf(truth), Scalar.Kind.BOOLEAN);
  }

  Operand result(int number) {
    return result(String.valueOf(number), Scalar.Kind.INTEGER);
  }

  /** The failure of this call. */
  InvalidStack refuse(String message, String advice) {
    return source.refuse(at, message, advice);
  }

  private Operand result(String text, Scalar.Kind kind) {
    Scalar scalar = new Scalar(text, kind, Optional.empty(), source.position());
    return new Operand(Optional.of(scalar), "the result of " + function, at);
  }
}
