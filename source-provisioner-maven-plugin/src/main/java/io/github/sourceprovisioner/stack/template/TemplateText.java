package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;

/**
 * A template as it is written.
 *
 * @param position where the first character stands
 */
record TemplateText(String text, Position position) {

  /** Neither a template nor what comes out of it has more characters. */
  static final int LIMIT = 4 * 1024 * 1024;

  /** The failure of what stands at an offset. */
  InvalidStack refuse(int offset, String message, String advice) {
    return new InvalidStack(Problem.of(message).at(place(offset)).advise(advice));
  }

  /** The failure of a template that would write too much. */
  InvalidStack tooLong(int offset) {
    return refuse(
        offset, "the template writes more than 4 MB", "make its values or its text shorter");
  }

  /**
   * Where an offset is in the file. A text without a line of its own is a whole file if it has
   * several lines, and a parameter otherwise.
   */
  Position place(int offset) {
    int lines = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    int column = offset - text.lastIndexOf('\n', offset - 1);
    if (position.line() == 0) {
      return text.indexOf('\n') < 0 ? position : new Position(position.file(), lines + 1, column);
    }
    return lines == 0
        ? new Position(position.file(), position.line(), position.column() + column - 1)
        : new Position(position.file(), position.line() + lines, column);
  }
}
