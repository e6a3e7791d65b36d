package io.github.sourceprovisioner.stack.function;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Scalar;
import java.util.ArrayList;
import java.util.List;

/** The words behind a function: separated by spaces; quotes of either kind keep spaces. */
final class Arguments {

  private Arguments() {}

  /**
   * The arguments of a function, at most so many as it takes.
   *
   * @param usage how the function is written, for advice
   * @throws InvalidStack if there are too few or too many, or if a quote is never closed
   */
  static List<String> of(Scalar call, int least, int most, String usage) {
    List<String> arguments = split(call, usage);
    if (arguments.size() < least || arguments.size() > most) {
      String wanted = least == most ? String.valueOf(least) : least + " to " + most;
      throw refuse(call, "takes " + wanted + " arguments, but has " + arguments.size(), usage);
    }
    return arguments;
  }

  private static List<String> split(Scalar call, String usage) {
    List<String> arguments = new ArrayList<>();
    String rest = call.text().strip();
    while (!rest.isEmpty()) {
      char quote = rest.charAt(0);
      boolean quoted = quote == '"' || quote == '\'';
      int end = quoted ? rest.indexOf(quote, 1) : firstSpace(rest);
      if (end < 0) {
        throw refuse(call, "has a quote that is never closed", usage);
      }
      arguments.add(rest.substring(quoted ? 1 : 0, end));
      rest = rest.substring(quoted ? end + 1 : end);
      if (!rest.isEmpty() && !Character.isWhitespace(rest.charAt(0))) {
        throw refuse(call, "has a quote in the middle of an argument", usage);
      }
      rest = rest.strip();
    }
    return arguments;
  }

  private static int firstSpace(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static InvalidStack refuse(Scalar call, String what, String usage) {
    return new InvalidStack(
        Problem.of(call.function().orElse("the function") + " " + what)
            .at(call.position())
            .advise("write " + usage + ", with quotes around an argument that holds spaces"));
  }
}
