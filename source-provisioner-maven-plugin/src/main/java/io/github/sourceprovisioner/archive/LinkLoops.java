package io.github.sourceprovisioner.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the links to directories through which a walk that follows links would never end: one to a
 * directory that holds the link itself, or two to the directories of each other. The steps of such
 * a walk lead from a directory to one below it, or through a link to its target; needs memory for
 * each of them once.
 */
final class LinkLoops {

  /** Where one step can have come from. */
  private final Map<String, List<String>> before = new HashMap<>();

  /** How many steps lead on, to places from which a walk has not been seen to end. */
  private final Map<String, Integer> onward = new HashMap<>();

  private LinkLoops() {}

  /**
   * The links that take part in a loop or lead into one.
   *
   * @param links link to the directory that it names; the root is empty
   */
  static Set<String> find(Map<String, String> links) {
    LinkLoops loops = new LinkLoops();
    links.forEach(loops::add);
    Set<String> ending = loops.ending(links.values());
    Set<String> left = new HashSet<>(links.keySet());
    left.removeIf(link -> ending.contains(links.getOrDefault(link, "")));
    return left;
  }

  private void add(String link, String target) {
    String directory = parent(link);
    boolean known = onward.containsKey(directory);
    step(directory, target);
    while (!known && !directory.isEmpty()) {
      String above = parent(directory);
      known = onward.containsKey(above);
      step(above, directory);
      directory = above;
    }
  }

  private void step(String from, String to) {
    before.computeIfAbsent(to, place -> new ArrayList<>()).add(from);
    onward.merge(from, 1, Integer::sum);
  }

  /** The directories from which every walk ends. */
  private Set<String> ending(Iterable<String> targets) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> ending = new HashSet<>();
    for (String target : targets) {
      if (!onward.containsKey(target) && ending.add(target)) {
        open.add(target);
      }
    }
    while (!open.isEmpty()) {
      for (String from : before.getOrDefault(open.removeFirst(), List.of())) {
        if (onward.merge(from, -1, Integer::sum) == 0 && ending.add(from)) {
          open.add(from);
        }
      }
    }
    return ending;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
