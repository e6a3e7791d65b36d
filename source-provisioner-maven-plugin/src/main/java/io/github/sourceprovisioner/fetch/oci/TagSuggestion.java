package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.model.EditDistance;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Advice for a tag that does not exist: the nearest names, then the newest released versions. */
final class TagSuggestion {

  private static final Pattern RELEASE = Pattern.compile("v?[0-9]+(\\.[0-9]+)*");
  private static final int SHOWN = 3;

  private TagSuggestion() {}

  /** {@code pick one of 1.0.0, 1.1.0, 2.0.0 (newest)}; empty without tags. */
  static Optional<String> pick(String wanted, List<String> tags) {
    List<String> releases =
        tags.stream()
            .filter(tag -> RELEASE.matcher(tag).matches())
            .sorted(Comparator.comparing(TagSuggestion::numbers, Arrays::compare))
            .toList();
    List<String> newest = releases.subList(Math.max(0, releases.size() - SHOWN), releases.size());
    Set<String> picked = new LinkedHashSet<>(EditDistance.near(wanted, tags, SHOWN));
    picked.removeAll(newest);
    picked.addAll(newest);
    if (picked.isEmpty()) {
      tags.stream().limit(SHOWN).forEach(picked::add);
    }
    String mark = newest.isEmpty() ? "" : " (newest)";
    return picked.isEmpty()
        ? Optional.empty()
        : Optional.of("pick one of " + String.join(", ", picked) + mark);
  }

  private static BigInteger[] numbers(String tag) {
    return Arrays.stream(tag.replaceFirst("^v", "").split("\\."))
        .map(BigInteger::new)
        .toArray(BigInteger[]::new);
  }
}
