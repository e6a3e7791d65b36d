package io.github.sourceprovisioner.workdir;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Relative paths, {@code /} between segments, that stay below the directory they start from. */
final class Inside {

  private Inside() {}

  /** Whether a path names something below its start on every system, whatever the disk holds. */
  static boolean holds(String path) {
    return path.indexOf('\\') < 0
        && path.indexOf('\0') < 0
        && !path.matches("(?s)[A-Za-z]:.*")
        && Arrays.stream(path.split("/", -1))
            .noneMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
  }

  /** Whether the target of a link that stands at a path stays below the start of that path. */
  static boolean holdsLink(String path, String target) {
    Deque<String> at = new ArrayDeque<>(List.of(path.split("/")));
    at.removeLast();
    for (String segment : target.split("/")) {
      if (segment.equals("..")) {
        if (at.pollLast() == null) {
          return false;
        }
      } else if (!segment.equals(".")) {
        at.addLast(segment);
      }
    }
    return !target.isEmpty() && !target.startsWith("/") && !target.matches("(?s)[A-Za-z]:.*");
  }

  /** Every directory above any of the paths, parents before children. */
  static Set<String> parents(Iterable<String> paths) {
    Set<String> all = new LinkedHashSet<>();
    for (String path : paths) {
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        all.add(path.substring(0, slash));
      }
    }
    return all;
  }
}
