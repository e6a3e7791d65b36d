package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Relative paths, {@code /} between segments, that stay below the directory they start from. */
final class Inside {

  private Inside() {}

  /** Whether a path names something below its start on every system, whatever the disk holds. */
  static boolean holds(String path) {
    boolean plain = path.indexOf('\\') < 0 && path.indexOf('\0') < 0 && !startsWithDrive(path);
    int start = 0;
    while (plain && start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      plain = isName(path, start, end);
      start = end + 1;
    }
    return plain;
  }

  /** Whether a part of a path is neither empty nor one of the two names that mean a place. */
  private static boolean isName(String path, int start, int end) {
    int dots = start;
    while (dots < end && path.charAt(dots) == '.') {
      dots++;
    }
    return end > start && (dots < end || end - start > 2);
  }

  private static boolean startsWithDrive(String path) {
    return path.length() > 1
        && path.charAt(1) == ':'
        && (path.charAt(0) | 0x20) >= 'a'
        && (path.charAt(0) | 0x20) <= 'z';
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
    return !target.isEmpty() && !target.startsWith("/") && !startsWithDrive(target);
  }

  /**
   * A path below a root.
   *
   * @throws AccessDenied if Java cannot express the name: with {@code LC_ALL=C} it knows ASCII only
   */
  static Path resolve(Path root, String path) {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      throw new AccessDenied(
          Problem.of("Java cannot use the file name \"" + path + "\" with this locale")
              .because(e)
              .advise("set the environment variable LC_ALL=C.UTF-8"));
    }
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
