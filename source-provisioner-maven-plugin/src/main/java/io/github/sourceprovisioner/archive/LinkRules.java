package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for the links of a tree: each is relative and names a file or a directory of the same
 * tree, without passing through another link. Anything else has been a way out of a sandbox
 * (CVE-2025-8959, CVE-2026-33056), so the whole source is refused, never repaired.
 */
public final class LinkRules {

  private static final int LONGEST_TARGET = 4096;

  /** How many characters all ways together may be read; real trees need a thousandth. */
  private static final long LONGEST_WAYS = 1L << 29;

  private final Set<String> files = new HashSet<>();
  private final Set<String> links = new HashSet<>();
  private final Set<String> directories = new HashSet<>();
  private final Map<String, String> directoryLinks = new HashMap<>();
  private final Offenders offenders = new Offenders();
  private long ways;

  private LinkRules() {}

  /**
   * Reads the targets of all links and refuses the tree if one of them breaks the rules.
   *
   * @param tree one whose names have passed {@link TreeRules}
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch naming every link that offends
   */
  public static void check(SourceTree tree) throws IOException {
    List<TreeEntry> links =
        tree.entries().stream().filter(e -> e.type() == TreeEntry.Type.LINK).toList();
    if (links.isEmpty()) {
      return;
    }
    LinkRules rules = new LinkRules();
    tree.entries().forEach(rules::add);
    for (TreeEntry link : links) {
      rules.checkLink(link.path(), target(tree, link));
    }
    LinkLoops.find(rules.directoryLinks).forEach(l -> rules.offenders.add(l, "a loop"));
    rules.offenders.report(
        "links that do not stay inside it",
        "replace them in the source by files or by relative links to files beside them, or name a"
            + " subdirectory of the source (//path) that does without them");
  }

  private void add(TreeEntry entry) {
    String path = entry.path();
    (entry.type() == TreeEntry.Type.LINK ? links : files).add(path);
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      if (!directories.add(path.substring(0, slash))) {
        return;
      }
    }
  }

  private void checkLink(String link, Optional<String> target) {
    if (target.isEmpty()) {
      offenders.add(link, "a target that is no path");
      return;
    }
    String text = target.get();
    if (text.startsWith("/") || text.indexOf('\\') >= 0 || text.indexOf(':') >= 0) {
      offenders.add(link, "to " + Offenders.show(text) + ", which is not relative");
      return;
    }
    Deque<String> way = new ArrayDeque<>();
    for (int slash = link.indexOf('/'); slash > 0; slash = link.indexOf('/', slash + 1)) {
      way.addLast(link.substring(0, slash));
    }
    Optional<String> breach = walk(way, text);
    String end = here(way);
    if (breach.isPresent()) {
      offenders.add(link, "to " + Offenders.show(text) + ", " + breach.get());
    } else if (end.isEmpty() || directories.contains(end)) {
      directoryLinks.put(link, end);
    }
  }

  /**
   * Goes where the target says, step by step; what is wrong with the way, if anything.
   *
   * @param way the directories from the root to where the walk stands, each with its whole path
   */
  private Optional<String> walk(Deque<String> way, String target) {
    for (String step : target.split("/", -1)) {
      if (files.contains(here(way))) {
        return Optional.of("which does not exist");
      }
      if (step.equals("..") && way.isEmpty()) {
        return Optional.of("which is outside");
      } else if (step.equals("..")) {
        way.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        way.addLast(way.isEmpty() ? step : way.getLast() + "/" + step);
        limit(way.getLast().length());
      }
      String here = here(way);
      if (links.contains(here)) {
        return Optional.of("through another link");
      }
      if (!here.isEmpty() && !directories.contains(here) && !files.contains(here)) {
        return Optional.of("which does not exist");
      }
    }
    return Optional.empty();
  }

  private static String here(Deque<String> way) {
    return way.isEmpty() ? "" : way.getLast();
  }

  /** Many links with long ways through deep directories could keep a build busy for hours. */
  private void limit(int length) {
    ways += length;
    if (ways > LONGEST_WAYS) {
      throw new IntegrityMismatch(
          Problem.of("the source has more links with long targets than can be checked")
              .advise("name a subdirectory of the source (//path) that does without them"));
    }
  }

  private static Optional<String> target(SourceTree tree, TreeEntry link) throws IOException {
    try (InputStream in = tree.open(link)) {
      byte[] bytes = in.readNBytes(LONGEST_TARGET + 1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean fine = bytes.length > 0 && bytes.length <= LONGEST_TARGET && text.indexOf(0) < 0;
      return fine ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
