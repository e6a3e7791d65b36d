package io.github.sourceprovisioner.stack.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a user meant by a word that is not known. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known words that could have been meant, the likeliest first, at most three; empty if
   * nothing is near. A word is near if a third of its letters or fewer differ, or if it ends with
   * the wanted one after a slash.
   */
  public static List<String> to(String wanted, Collection<String> known) {
    int limit = Math.max(1, Math.min(4, wanted.length() / 3));
    return known.stream()
        .filter(word -> Math.abs(word.length() - wanted.length()) <= limit || ends(word, wanted))
        .filter(word -> ends(word, wanted) || distance(wanted, word) <= limit)
        .sorted(
            Comparator.<String>comparingInt(word -> distance(wanted, word))
                .thenComparing(Comparator.naturalOrder()))
        .limit(3)
        .toList();
  }

  /** {@code did you mean a or b?}; empty if nothing is near. */
  public static Optional<String> advice(String wanted, Collection<String> known) {
    List<String> near = to(wanted, known);
    return near.isEmpty() ? Optional.empty() : Optional.of("use " + String.join(" or ", near));
  }

  private static boolean ends(String word, String wanted) {
    int slash = wanted.lastIndexOf('/');
    return word.endsWith("/" + wanted.substring(slash + 1));
  }

  /** The Levenshtein distance, without regard to case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
