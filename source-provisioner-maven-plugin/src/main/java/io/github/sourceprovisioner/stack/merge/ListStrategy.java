package io.github.sourceprovisioner.stack.merge;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Scalar;

/** What becomes of a list that another layer has too: {@code settings.list_merge_strategy}. */
public enum ListStrategy {
  /** The later list stands alone. The default. */
  REPLACE,
  /** The later items come after the earlier ones. */
  APPEND,
  /** Item by item: maps are merged, other items keep the earlier value, longer tails stay. */
  MERGE;

  /**
   * The strategy of a word.
   *
   * @throws InvalidStack if there is none
   */
  public static ListStrategy of(Scalar word) {
    return switch (word.text()) {
      case "replace" -> REPLACE;
      case "append" -> APPEND;
      case "merge" -> MERGE;
      default ->
          throw new InvalidStack(
              Problem.of("unknown list_merge_strategy '" + word.text() + "'")
                  .at(word.position())
                  .advise("use replace, append or merge"));
    };
  }
}
