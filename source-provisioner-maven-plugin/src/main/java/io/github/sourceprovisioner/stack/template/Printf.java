package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Scalar;

/** Go's printf with the verbs {@code %s %d %v %q %%}. */
final class Printf {

  private static final String VERBS = "use %s for text, %d for integers, %v for both, %q, or %%";

  private Printf() {}

  static String format(Call call) {
    String format = call.text(0);
    StringBuilder out = new StringBuilder();
    int next = 1;
    int at = 0;
    while (at < format.length()) {
      boolean isVerb = format.charAt(at) == '%';
      char c = isVerb && at + 1 == format.length() ? ' ' : format.charAt(isVerb ? at + 1 : at);
      out.append(isVerb && c != '%' ? formatted(call, c, next++) : String.valueOf(c));
      at += isVerb ? 2 : 1;
      if (out.length() > TemplateText.LIMIT) {
        throw call.source().tooLong(call.at());
      }
    }
    if (next < call.arguments().size()) {
      throw wrongCount(call);
    }
    return out.toString();
  }

  private static String formatted(Call call, char verb, int index) {
    if ("sdvq".indexOf(verb) < 0) {
      throw call.refuse("'printf' knows no '%" + printable(verb) + "'", VERBS);
    }
    if (index >= call.arguments().size()) {
      throw wrongCount(call);
    }
    Operand argument = call.argument(index);
    Scalar.Kind kind = argument.scalar(call.source()).kind();
    boolean fits =
        switch (verb) {
          case 'd' -> kind == Scalar.Kind.INTEGER;
          case 's', 'q' -> kind == Scalar.Kind.STRING;
          default -> true;
        };
    if (!fits) {
      throw call.source()
          .refuse(
              argument.at(), "'printf' cannot write " + argument.name() + " with %" + verb, VERBS);
    }
    String text = argument.text(call.source());
    return verb == 'q' ? GoString.quote(text) : text;
  }

  private static InvalidStack wrongCount(Call call) {
    return call.refuse(
        "'printf' has " + (call.arguments().size() - 1) + " values for another number of verbs",
        "write one value for every verb; %% is a percent sign");
  }

  private static char printable(char verb) {
    return Character.isISOControl(verb) ? '?' : verb;
  }
}
