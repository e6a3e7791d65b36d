package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.fetch.git.modules.Gitlink;
import io.github.sourceprovisioner.model.EditDistance;
import io.github.sourceprovisioner.model.SegmentGlob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds the wanted directory in a tree. Segments with {@code *}, {@code ?}, {@code [} or {@code \}
 * are patterns as in Go's {@code filepath.Glob}, and the whole has to match exactly once. No link
 * is followed (CVE-2025-8959).
 */
final class Subdirectory {

  private static final int SHOWN = 10;

  private final TreeReader reader;
  private final String wanted;

  Subdirectory(TreeReader reader, String wanted) {
    this.reader = reader;
    this.wanted = wanted;
  }

  private record Match(String path, TreeReader.Entry entry) {}

  /**
   * The directory.
   *
   * @throws SourceNotFound if nothing matches; the advice lists what is there
   * @throws InvalidStack if several things match, or one that is no directory
   */
  Place below(ObjectId root) throws IOException {
    List<Match> found = List.of(new Match("", new TreeReader.Entry("", FileMode.TREE, root)));
    String[] segments = wanted.isEmpty() ? new String[0] : wanted.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      found = step(found, segments[i]);
      Match first = found.get(0);
      if (found.size() == 1 && first.entry().isSubmodule()) {
        String rest = String.join("/", List.of(segments).subList(i + 1, segments.length));
        String commit = first.entry().id().name();
        return new Place(wanted, root, Optional.of(Gitlink.around(first.path(), commit, rest)));
      }
    }
    if (found.size() > 1) {
      throw ambiguous(found);
    }
    directory(found.get(0));
    return new Place(found.get(0).path(), found.get(0).entry().id(), Optional.empty());
  }

  private List<Match> step(List<Match> parents, String segment) throws IOException {
    boolean glob = SegmentGlob.isGlob(segment);
    List<Match> next = new ArrayList<>();
    for (Match parent : parents) {
      if (glob && !parent.entry().isDirectory()) {
        continue;
      }
      directory(parent);
      for (TreeReader.Entry entry : reader.entries(parent.entry().id(), parent.path())) {
        if (glob ? pattern(segment).matches(entry.name()) : entry.name().equals(segment)) {
          next.add(new Match(join(parent.path(), entry.name()), entry));
        }
      }
    }
    if (next.isEmpty()) {
      throw absent(parents);
    }
    return next;
  }

  private SegmentGlob pattern(String segment) {
    try {
      return new SegmentGlob(segment);
    } catch (IllegalArgumentException e) {
      throw new InvalidStack(
          Problem.of("malformed pattern in the subdirectory: " + wanted)
              .advise("close every [ with a ], or write the directory in full"));
    }
  }

  private void directory(Match match) {
    if (match.entry().isDirectory()) {
      return;
    }
    if (match.entry().isSubmodule()) {
      throw new UnknownSource(
          Problem.of(
                  "the subdirectory " + wanted + " leads through several submodules or directories")
              .advise("write the directory in full, without patterns"));
    }
    String what = match.entry().isLink() ? "a symbolic link" : "a file";
    throw new InvalidStack(
        Problem.of("the subdirectory leads to " + what + ": " + match.path())
            .advise("name a directory of the repository"));
  }

  private InvalidStack ambiguous(List<Match> found) {
    return new InvalidStack(
        Problem.of("the subdirectory " + wanted + " matches multiple paths")
            .advise("pick one of " + shown(found.stream().map(Match::path).toList())));
  }

  private SourceNotFound absent(List<Match> parents) throws IOException {
    List<String> there = new ArrayList<>();
    for (Match parent : parents) {
      if (parent.entry().isDirectory()) {
        for (TreeReader.Entry entry : reader.entries(parent.entry().id(), parent.path())) {
          if (entry.isDirectory()) {
            there.add(join(parent.path(), entry.name()));
          }
        }
      }
    }
    Problem problem = Problem.of("the subdirectory " + wanted + " is not found");
    return new SourceNotFound(
        there.isEmpty()
            ? problem.advise("leave the subdirectory out: there are no directories at that place")
            : problem.advise("pick one of " + shown(there)));
  }

  private String shown(List<String> paths) {
    List<String> nearest =
        paths.stream()
            .sorted(Comparator.comparing((String path) -> EditDistance.between(wanted, path)))
            .limit(SHOWN)
            .toList();
    return String.join(", ", nearest) + (paths.size() > SHOWN ? ", …" : "");
  }

  private static String join(String parent, String name) {
    return parent.isEmpty() ? name : parent + "/" + name;
  }
}
