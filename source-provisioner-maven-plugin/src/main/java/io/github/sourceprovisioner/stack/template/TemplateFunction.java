package io.github.sourceprovisioner.stack.template;

/**
 * A function that templates may call.
 *
 * @param least the fewest arguments
 * @param most the most arguments
 */
record TemplateFunction(int least, int most, Body body) {

  /** As many arguments as anyone likes. */
  static final int MANY = Integer.MAX_VALUE;

  /** What the function does. */
  @FunctionalInterface
  interface Body {
    Operand apply(Call call);
  }

  /** A function with a fixed number of arguments. */
  static TemplateFunction of(int arguments, Body body) {
    return new TemplateFunction(arguments, arguments, body);
  }

  Operand apply(Call call) {
    int given = call.arguments().size();
    if (given < least || given > most) {
      String upTo = most == MANY ? "or more" : "to " + most;
      String wanted = least == most ? String.valueOf(least) : least + " " + upTo;
      throw call.refuse(
          "'" + call.function() + "' takes " + wanted + " arguments, but has " + given,
          "put strings in quotes, and calls within calls in parentheses");
    }
    return body.apply(call);
  }
}
