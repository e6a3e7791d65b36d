package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Names that are not safe on every system, collected over all directories of a source, so that
 * whoever has to rename them hears of all at once.
 */
final class UnsafeNames {

  private static final int SHOWN = 50;

  /** What a terminal could obey, or nobody could see. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private final Map<String, IOException> reasons = new TreeMap<>();
  private int hidden;

  /**
   * One more.
   *
   * @param path from the root of the source
   */
  void add(String path, IOException reason) {
    if (reasons.size() < SHOWN) {
      reasons.putIfAbsent(shown(path), reason);
    } else {
      hidden++;
    }
  }

  /**
   * Ends the check.
   *
   * @throws IntegrityMismatch if there are any; it names up to fifty
   */
  void report() {
    if (reasons.isEmpty()) {
      return;
    }
    String more = hidden > 0 ? " and " + hidden + " more" : "";
    String them = reasons.size() == 1 ? "it" : "them";
    IOException first = reasons.values().iterator().next();
    throw new IntegrityMismatch(
        Problem.of(
                "the repository holds what is not safe on every system: "
                    + String.join(", ", reasons.keySet())
                    + more)
            .advise(
                "rename %s in the repository (%s)"
                    .formatted(them, shown(String.valueOf(first.getMessage()))))
            .because(first));
  }

  /** A text of a repository as a message may show it. */
  static String shown(String text) {
    return INVISIBLE.matcher(text).replaceAll("?");
  }
}
