package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The names in a tree that break a rule, each with the first rule that it breaks. */
final class Offenders {

  private static final int SHOWN = 10;
  private static final int SHOWN_CHARACTERS = 120;

  private final Map<String, String> reasons = new TreeMap<>();

  void add(String name, String reason) {
    reasons.putIfAbsent(name, reason);
  }

  /** Each name with its reason. */
  void forEach(BiConsumer<String, String> action) {
    reasons.forEach(action);
  }

  /**
   * Ends the check.
   *
   * @param breach what all of them did, after their number: {@code names that …}
   * @throws IntegrityMismatch if there are any; it names up to ten
   */
  void report(String breach, String advice) {
    if (reasons.isEmpty()) {
      return;
    }
    String shown =
        reasons.entrySet().stream()
            .limit(SHOWN)
            .map(e -> show(e.getKey()) + " (" + e.getValue() + ")")
            .collect(Collectors.joining(", "));
    int hidden = reasons.size() - SHOWN;
    String more = hidden > 0 ? " and " + hidden + " more" : "";
    throw new IntegrityMismatch(
        Problem.of("the source has " + reasons.size() + " " + breach + ": " + shown + more)
            .advise(advice));
  }

  /** The name without anything that a terminal could obey, and not endlessly long. */
  static String show(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints().limit(SHOWN_CHARACTERS).forEach(c -> append(shown, c));
    boolean cut = name.codePointCount(0, name.length()) > SHOWN_CHARACTERS;
    return shown.isEmpty() ? "\"\"" : shown + (cut ? "…" : "");
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          shown.append(String.format("\\u%04x", c));
      default -> shown.appendCodePoint(c);
    }
  }
}
