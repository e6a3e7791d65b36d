package io.github.sourceprovisioner.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the links to directories through which a walk that follows links would never end: one to a
 * directory that holds the link itself, or two to the directories of each other.
 */
final class LinkLoops {

  /** Target directory to the links that stand in it at any depth. */
  private final Map<String, Set<String>> held = new HashMap<>();

  private final Map<String, String> links;

  private LinkLoops(Map<String, String> links) {
    this.links = links;
  }

  /**
   * The links that take part in a loop or lead into one.
   *
   * @param links link to the directory that it names; the root is empty
   */
  static Set<String> find(Map<String, String> links) {
    LinkLoops loops = new LinkLoops(links);
    links.values().forEach(directory -> loops.held.put(directory, new HashSet<>()));
    links.keySet().forEach(loops::place);
    return loops.withoutEnds();
  }

  private void place(String link) {
    String directory = link;
    while (!directory.isEmpty()) {
      directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
      Set<String> inside = held.get(directory);
      if (inside != null) {
        inside.add(link);
      }
    }
  }

  /** Takes away, again and again, what leads to directories without links: loops remain. */
  private Set<String> withoutEnds() {
    Map<String, List<String>> linksTo =
        links.keySet().stream().collect(Collectors.groupingBy(l -> links.getOrDefault(l, "")));
    Map<String, List<String>> holders = new HashMap<>();
    held.forEach(
        (directory, inside) ->
            inside.forEach(
                link -> holders.computeIfAbsent(link, l -> new ArrayList<>()).add(directory)));
    Deque<String> ends = new ArrayDeque<>();
    held.forEach((directory, inside) -> addIfEnd(ends, directory));
    Set<String> left = new HashSet<>(links.keySet());
    while (!ends.isEmpty()) {
      for (String link : linksTo.getOrDefault(ends.removeFirst(), List.of())) {
        left.remove(link);
        for (String directory : holders.getOrDefault(link, List.of())) {
          held.getOrDefault(directory, Set.of()).remove(link);
          addIfEnd(ends, directory);
        }
      }
    }
    return left;
  }

  private void addIfEnd(Deque<String> ends, String directory) {
    if (held.getOrDefault(directory, Set.of()).isEmpty()) {
      ends.addLast(directory);
    }
  }
}
