package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.EditDistance;
import io.github.sourceprovisioner.model.SegmentGlob;
import io.github.sourceprovisioner.model.TreeEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the wanted directory in what was unpacked. Segments with {@code *}, {@code ?}, {@code [} or
 * {@code \} are patterns as in Go's {@code filepath.Glob}, and the whole has to match exactly once.
 * No link is followed (CVE-2025-8959).
 */
final class Subtree {

  private static final int SHOWN = 10;
  private static final String DIRECTORY = "a directory";

  /** The names below each directory, each with the word for what it is. */
  private final Map<String, Map<String, String>> children = new TreeMap<>();

  Subtree(Collection<TreeEntry> entries, Set<String> directories) {
    directories.forEach(path -> add(path, DIRECTORY));
    entries.forEach(
        e -> add(e.path(), e.type() == TreeEntry.Type.LINK ? "a symbolic link" : "a file"));
  }

  /**
   * The directory that is meant.
   *
   * @param wanted with {@code /} between segments; empty means the root
   * @throws SourceNotFound if nothing matches; the advice lists what is there
   * @throws InvalidStack if several things match, or one that is no directory
   */
  String find(String wanted) {
    List<String> found = List.of("");
    for (String segment : wanted.isEmpty() ? new String[0] : wanted.split("/", -1)) {
      List<String> parents = found;
      boolean glob = SegmentGlob.isGlob(segment);
      found = parents.stream().flatMap(p -> step(p, segment, wanted, glob).stream()).toList();
      if (found.isEmpty()) {
        throw absent(wanted, parents);
      }
    }
    if (found.size() > 1) {
      throw new InvalidStack(
          Problem.of("the subdirectory " + wanted + " matches multiple paths")
              .advise("pick one of " + shown(found, wanted)));
    }
    requireDirectory(found.get(0));
    return found.get(0);
  }

  private void add(String path, String what) {
    int slash = path.lastIndexOf('/');
    String parent = path.substring(0, Math.max(0, slash));
    boolean known = children.containsKey(parent);
    children.computeIfAbsent(parent, p -> new TreeMap<>()).put(path.substring(slash + 1), what);
    if (!known && !parent.isEmpty()) {
      add(parent, DIRECTORY);
    }
  }

  private List<String> step(String parent, String segment, String wanted, boolean glob) {
    if (glob && !isDirectory(parent)) {
      return List.of();
    }
    requireDirectory(parent);
    Set<String> names = children.getOrDefault(parent, Map.of()).keySet();
    if (!glob) {
      return names.contains(segment) ? List.of(join(parent, segment)) : List.of();
    }
    SegmentGlob pattern = pattern(segment, wanted);
    return names.stream().filter(pattern::matches).map(name -> join(parent, name)).toList();
  }

  private static SegmentGlob pattern(String segment, String wanted) {
    try {
      return new SegmentGlob(segment);
    } catch (IllegalArgumentException e) {
      throw new InvalidStack(
          Problem.of("malformed pattern in the subdirectory: " + wanted)
              .advise("close every [ with a ], or write the directory in full"));
    }
  }

  private void requireDirectory(String path) {
    if (!isDirectory(path)) {
      throw new InvalidStack(
          Problem.of("the subdirectory leads to " + what(path) + ": " + Offenders.show(path))
              .advise("name a directory of the archive"));
    }
  }

  private boolean isDirectory(String path) {
    return path.isEmpty() || what(path).equals(DIRECTORY);
  }

  private String what(String path) {
    int slash = path.lastIndexOf('/');
    return children
        .getOrDefault(path.substring(0, Math.max(0, slash)), Map.of())
        .getOrDefault(path.substring(slash + 1), DIRECTORY);
  }

  private SourceNotFound absent(String wanted, List<String> parents) {
    Set<String> there = new TreeSet<>();
    for (String parent : parents) {
      children.getOrDefault(parent, Map.of()).keySet().stream()
          .map(name -> join(parent, name))
          .filter(this::isDirectory)
          .forEach(there::add);
    }
    Problem problem = Problem.of("the subdirectory " + wanted + " is not found");
    return new SourceNotFound(
        there.isEmpty()
            ? problem.advise("leave the subdirectory out: there are no directories at that place")
            : problem.advise("pick one of " + shown(there, wanted)));
  }

  private static String shown(Collection<String> paths, String wanted) {
    List<String> nearest =
        paths.stream()
            .sorted(Comparator.comparing((String path) -> EditDistance.between(wanted, path)))
            .limit(SHOWN)
            .map(Offenders::show)
            .toList();
    return String.join(", ", nearest) + (paths.size() > SHOWN ? ", …" : "");
  }

  private static String join(String parent, String name) {
    return parent.isEmpty() ? name : parent + "/" + name;
  }
}
