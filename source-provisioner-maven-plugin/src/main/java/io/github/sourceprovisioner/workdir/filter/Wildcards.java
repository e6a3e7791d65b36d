package io.github.sourceprovisioner.workdir.filter;

import java.util.List;

/**
 * Matches a sequence against a pattern in which some elements stand for any number of items. The
 * same rule serves twice: characters of a segment, and segments of a path.
 */
final class Wildcards {

  /** One element of a pattern. */
  interface Element<T> {

    /** Whether the element stands for any number of any items, also none. */
    boolean any();

    /** Whether the element stands for exactly this item; not asked of one that is {@link #any}. */
    boolean accepts(T item);
  }

  private Wildcards() {}

  /**
   * Whether the pattern matches the whole sequence. Only the newest wildcard is ever tried again,
   * so that the work is bounded by the product of both lengths, whatever the pattern.
   */
  static <T> boolean match(List<? extends Element<T>> pattern, List<T> items) {
    int next = 0;
    int wildcard = -1;
    int resume = 0;
    int at = 0;
    while (at < items.size()) {
      if (next < pattern.size() && pattern.get(next).any()) {
        wildcard = next++;
        resume = at;
      } else if (next < pattern.size() && pattern.get(next).accepts(items.get(at))) {
        next++;
        at++;
      } else if (wildcard >= 0) {
        next = wildcard + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return pattern.subList(next, pattern.size()).stream().allMatch(Element::any);
  }
}
