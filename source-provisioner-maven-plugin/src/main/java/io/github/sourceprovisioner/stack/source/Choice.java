package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import java.util.List;

/** A text that has to be one of a few words. */
final class Choice {

  private Choice() {}

  /** The text, if it is one of the words. */
  static String of(String name, List<String> words, Section.Text text) {
    if (words.contains(text.value())) {
      return text.value();
    }
    String advice =
        Nearest.to(text.value(), words)
            .map(near -> "write '" + near + "' instead of " + Shown.quoted(text.value()))
            .orElse("use one of " + String.join(", ", words));
    throw new InvalidStack(
        Problem.of(name + " cannot be " + Shown.quoted(text.value()))
            .at(text.position())
            .advise(advice));
  }
}
