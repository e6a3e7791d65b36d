package io.github.sourceprovisioner.stack.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelled word was meant to be. */
final class Nearest {

  private static final int LONGEST = 64;

  private Nearest() {}

  /** The known word that a few slips of the finger turn into the given one, if there is one. */
  static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int tolerated = word.length() <= 3 ? 1 : word.length() / 3;
    return known.stream()
        .filter(candidate -> distance(lower, candidate) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(lower, candidate)));
  }

  /** Optimal string alignment: inserted, lost, wrong and swapped letters count one each. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : 1 + Math.min(cost[i - 1][j], cost[i][j - 1]);
        if (i > 0) {
          int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          cost[i][j] = Math.min(cost[i][j], cost[i - 1][j - 1] + wrong);
        }
        if (i > 1 && j > 1 && a.regionMatches(i - 2, swapped(b, j), 0, 2)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }

  private static String swapped(String word, int end) {
    return new StringBuilder(word.substring(end - 2, end)).reverse().toString();
  }
}
