package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.model.EditDistance;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Advice for a ref that does not exist: the nearest names, then the newest released versions. */
final class RefSuggestion {

  private static final Pattern RELEASE = Pattern.compile("v?[0-9]+(\\.[0-9]+)*");
  private static final int NEAR = 3;
  private static final int NEWEST = 3;

  private final Advertisement advertised;

  RefSuggestion(Advertisement advertised) {
    this.advertised = advertised;
  }

  /** {@code pick one of v1.0.0, v1.1.0, v2.0.0 (newest)}. */
  String pick(String wanted) {
    List<String> tags = names("refs/tags/");
    List<String> branches = names("refs/heads/");
    List<String> all = Stream.concat(tags.stream(), branches.stream()).distinct().toList();
    List<String> releases =
        tags.stream().filter(tag -> RELEASE.matcher(tag).matches()).sorted(byVersion()).toList();
    List<String> newest = releases.subList(Math.max(0, releases.size() - NEWEST), releases.size());
    Set<String> picked = new LinkedHashSet<>(EditDistance.near(wanted, all, NEAR));
    picked.removeAll(newest);
    newest.forEach(tag -> picked.add(tag.equals(last(newest)) ? tag + " (newest)" : tag));
    if (picked.isEmpty()) {
      all.stream().limit(NEAR).forEach(picked::add);
    }
    return picked.isEmpty()
        ? "check that the URL names the right repository: it has no tags and no branches"
        : "pick one of " + String.join(", ", picked);
  }

  private List<String> names(String prefix) {
    return advertised.ids().keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  private static Comparator<String> byVersion() {
    return Comparator.comparing(RefSuggestion::numbers, Arrays::compare);
  }

  private static BigInteger[] numbers(String tag) {
    return Arrays.stream(tag.replaceFirst("^v", "").split("\\."))
        .map(BigInteger::new)
        .toArray(BigInteger[]::new);
  }
}
