package io.github.sourceprovisioner.model;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Matches a sequence against a pattern in which some elements stand for any number of items. The
 * same rule serves twice: characters of a text, and segments of a path. What a pattern looks like
 * is for others to say, since every tool has its own notation.
 */
public final class Wildcards {

  /** One element of a pattern. */
  public interface Element<T> {

    /** Whether the element stands for any number of any items, also none. */
    boolean any();

    /** Whether the element stands for exactly this item; not asked of one that is {@link #any}. */
    boolean accepts(T item);
  }

  /**
   * An element of a pattern for text.
   *
   * @param accepted which code points it stands for
   */
  public record Symbol(boolean any, IntPredicate accepted) implements Element<Integer> {

    /** Any characters, also none. */
    public static final Symbol ANY = new Symbol(true, x -> true);

    /** One character of a set. */
    public static Symbol one(IntPredicate accepted) {
      return new Symbol(false, accepted);
    }

    /** One character that stands for itself. */
    public static Symbol literal(int codePoint) {
      return one(x -> x == codePoint);
    }

    @Override
    public boolean accepts(Integer codePoint) {
      return accepted.test(codePoint);
    }
  }

  private Wildcards() {}

  /** As {@link #match}, for the code points of a text. */
  public static boolean matchText(List<Symbol> pattern, String text) {
    return match(pattern, text.codePoints().boxed().toList());
  }

  /**
   * Whether the pattern matches the whole sequence. Only the newest wildcard is ever tried again,
   * so that the work is bounded by the product of both lengths, whatever the pattern.
   */
  public static <T> boolean match(List<? extends Element<T>> pattern, List<T> items) {
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
