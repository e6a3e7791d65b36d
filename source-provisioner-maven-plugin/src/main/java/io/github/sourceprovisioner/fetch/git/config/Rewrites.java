package io.github.sourceprovisioner.fetch.git.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/** The sections {@code url} (git-config, {@code url.<base>.insteadOf}). */
record Rewrites(List<Rewrite> all) {

  private static final String SECTION = "url";

  /**
   * One line.
   *
   * @param prefix what a URL starts with; never empty
   * @param base what stands there instead
   */
  private record Rewrite(String prefix, String base) {}

  Rewrites {
    all = List.copyOf(all);
  }

  static Rewrites of(Config config) {
    List<Rewrite> all = new ArrayList<>();
    for (String base : config.getSubsections(SECTION)) {
      for (String prefix : config.getStringList(SECTION, base, "insteadOf")) {
        if (prefix != null && !prefix.isEmpty()) {
          all.add(new Rewrite(prefix, base));
        }
      }
    }
    return new Rewrites(all);
  }

  /** The first of the longest counts, as for git. */
  String apply(String url) {
    Optional<Rewrite> best =
        all.stream()
            .filter(rewrite -> url.startsWith(rewrite.prefix()))
            .reduce((a, b) -> b.prefix().length() > a.prefix().length() ? b : a);
    return best.map(found -> found.base() + url.substring(found.prefix().length())).orElse(url);
  }
}
