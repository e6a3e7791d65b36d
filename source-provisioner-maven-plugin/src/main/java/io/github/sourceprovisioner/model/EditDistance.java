package io.github.sourceprovisioner.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How far two names are apart, for "did you mean". */
public final class EditDistance {

  private EditDistance() {}

  /** The names that are a slip of the pen away from the given one, the nearest first. */
  public static List<String> near(String name, List<String> candidates, int limit) {
    int tolerance = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> between(name, candidate) <= tolerance)
        .sorted(Comparator.comparing((String candidate) -> between(name, candidate)))
        .limit(limit)
        .toList();
  }

  /** Insertions, deletions and replacements of one character; upper and lower case are equal. */
  public static int between(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
