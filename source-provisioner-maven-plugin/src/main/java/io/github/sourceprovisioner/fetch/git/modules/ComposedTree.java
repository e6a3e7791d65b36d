package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A tree with other trees under some of its directories. Closing it closes all of them. */
final class ComposedTree implements SourceTree {

  /** As many as one repository may have. */
  private static final int MAX_FILES = 500_000;

  private record Part(SourceTree tree, TreeEntry entry) {}

  private final List<SourceTree> trees = new ArrayList<>();
  private final List<TreeEntry> entries = new ArrayList<>();
  private final Map<String, Part> parts = new HashMap<>();

  /** The paths of all entries, with the case folded. */
  private final Set<String> files = new HashSet<>();

  /** The same, and every directory above one. */
  private final Set<String> taken = new HashSet<>();

  /**
   * Puts a tree in its place.
   *
   * @param path the directory; empty means the root, where nothing else may be
   * @param tree closed together with this tree, also if it is refused
   * @throws IntegrityMismatch if something stands there already, or if the way there leads through
   *     a file or a link (CVE-2024-32002: through a link whose name differs in case)
   */
  void mount(String path, SourceTree tree) {
    if (path.isEmpty() ? !taken.isEmpty() : taken.contains(fold(path)) || isBelowFile(path)) {
      trees.add(tree);
      throw new IntegrityMismatch(
          Problem.of("the repository has something else in the place of the submodule")
              .advise("correct the tree of the repository"));
    }
    add(path.isEmpty() ? "" : path + "/", tree);
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    Part part = parts.get(entry.path());
    if (part == null) {
      throw new FileNotFoundException(entry.path());
    }
    return part.tree().open(part.entry());
  }

  @Override
  public void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (SourceTree tree : trees) {
      try {
        tree.close();
      } catch (IOException e) {
        failures.add(e);
      }
    }
    trees.clear();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** Closes everything for a failure that goes on. */
  void closeAfter(Exception failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void add(String prefix, SourceTree tree) {
    trees.add(tree);
    for (TreeEntry entry : tree.entries()) {
      String path = prefix + entry.path();
      entries.add(new TreeEntry(path, entry.type(), entry.size()));
      parts.put(path, new Part(tree, entry));
      take(path);
    }
    if (entries.size() > MAX_FILES) {
      throw new IntegrityMismatch(
          Problem.of("the tree and its submodules hold more than " + MAX_FILES + " files")
              .advise("choose a subdirectory"));
    }
  }

  private void take(String path) {
    String folded = fold(path);
    files.add(folded);
    while (taken.add(folded) && folded.indexOf('/') >= 0) {
      folded = folded.substring(0, folded.lastIndexOf('/'));
    }
  }

  private boolean isBelowFile(String path) {
    String at = fold(path);
    while (at.indexOf('/') >= 0) {
      at = at.substring(0, at.lastIndexOf('/'));
      if (files.contains(at)) {
        return true;
      }
    }
    return false;
  }

  private static String fold(String path) {
    return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
