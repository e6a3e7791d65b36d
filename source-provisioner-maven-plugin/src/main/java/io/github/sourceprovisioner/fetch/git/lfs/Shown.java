package io.github.sourceprovisioner.fetch.git.lfs;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Names from a repository or an answer, as messages may show them. */
final class Shown {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private static final int NAMES = 5;

  private Shown() {}

  static String text(String text) {
    return INVISIBLE.matcher(text).replaceAll("?");
  }

  /** The first few, and a sign that there are more. */
  static String names(Collection<String> names) {
    List<String> first = names.stream().limit(NAMES).map(Shown::text).toList();
    return String.join(", ", first) + (names.size() > NAMES ? ", …" : "");
  }
}
