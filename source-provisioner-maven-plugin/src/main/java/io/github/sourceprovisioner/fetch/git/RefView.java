package io.github.sourceprovisioner.fetch.git;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known of the refs of a repository: all of them, or those whose names start with what was
 * asked for.
 *
 * @param whole whether nothing was left out
 * @param prefixes what was asked for; of no meaning for a whole view
 */
record RefView(boolean whole, Set<String> prefixes, Advertisement refs) {

  private static final String HEAD = "HEAD";
  private static final String ORIGIN = "origin/";
  private static final String TAGS = "refs/tags/";
  private static final String HEADS = "refs/heads/";

  /**
   * What to ask for to know all tags and branches. Hosts list much more if one lets them: two refs
   * for every request to merge.
   */
  static final Set<String> LIST = Set.of(HEAD, HEADS, TAGS);

  /** Nothing was asked yet. */
  static final RefView NOTHING =
      new RefView(
          false, Set.of(), new Advertisement(new TreeMap<>(), Optional.empty(), Optional.empty()));

  RefView {
    prefixes = Set.copyOf(prefixes);
  }

  static RefView whole(Advertisement refs) {
    return new RefView(true, Set.of(), refs);
  }

  /** This view, and what a host said about more prefixes; newer words count. */
  RefView and(Collection<String> more, Advertisement said) {
    SortedMap<String, String> ids = new TreeMap<>(refs.ids());
    ids.putAll(said.ids());
    Set<String> all = new TreeSet<>(prefixes);
    all.addAll(more);
    Advertisement head = more.contains(HEAD) ? said : refs;
    return new RefView(false, all, new Advertisement(ids, head.head(), head.defaultBranch()));
  }

  /** Whether all tags and branches are known. */
  boolean isList() {
    return whole || prefixes.containsAll(LIST);
  }

  /** Whether everything is known that a ref can mean, but for a part of a commit id. */
  boolean covers(Optional<String> ref) {
    return whole || prefixes(ref).stream().allMatch(this::asked);
  }

  /** What to ask for to know what a ref means. */
  static List<String> prefixes(Optional<String> ref) {
    String name = ref.orElse(HEAD);
    if (name.equals(HEAD) || name.startsWith("refs/")) {
      return List.of(name);
    }
    Stream<String> named = Stream.of(TAGS + name, HEADS + name);
    return name.startsWith(ORIGIN)
        ? Stream.concat(named, Stream.of(HEADS + name.substring(ORIGIN.length()))).toList()
        : named.toList();
  }

  private boolean asked(String prefix) {
    return prefixes.stream().anyMatch(prefix::startsWith);
  }
}
