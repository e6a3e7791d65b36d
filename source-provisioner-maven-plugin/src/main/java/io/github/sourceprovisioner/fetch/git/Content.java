package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What stands below a tree.
 *
 * @param files path to what it holds, relative to the tree
 * @param submodules the paths of submodules, which have no content here
 */
record Content(Map<String, File> files, Set<String> submodules) {

  /** Trees that name each other often can stand for more files than any disk holds. */
  private static final int MAX_FILES = 500_000;

  /** A file or link, and its blob. */
  record File(TreeEntry.Type type, ObjectId blob) {}

  private record Directory(String prefix, ObjectId tree) {}

  /**
   * Lists a tree.
   *
   * @throws org.eclipse.jgit.errors.MissingObjectException if a tree is not here
   */
  static Content of(TreeReader reader, ObjectId root) throws IOException {
    Content content = new Content(new LinkedHashMap<>(), new TreeSet<>());
    Deque<Directory> open = new ArrayDeque<>();
    open.push(new Directory("", root));
    int directories = 0;
    while (!open.isEmpty()) {
      Directory directory = open.pop();
      directories++;
      for (TreeReader.Entry entry : reader.entries(directory.tree(), directory.prefix())) {
        String path = directory.prefix() + entry.name();
        if (entry.isDirectory()) {
          open.push(new Directory(path + "/", entry.id()));
        } else if (entry.isSubmodule()) {
          content.submodules.add(path);
        } else {
          content.files.put(path, new File(type(entry), entry.id()));
        }
      }
      content.limit(directories + open.size());
    }
    return content;
  }

  /** The blobs that are not here. */
  Set<ObjectId> missing(TreeReader reader) throws IOException {
    Set<ObjectId> missing = new LinkedHashSet<>();
    for (File file : files.values()) {
      if (!reader.has(file.blob())) {
        missing.add(file.blob());
      }
    }
    return missing;
  }

  private void limit(int directories) {
    if (files.size() + directories > MAX_FILES) {
      throw new IntegrityMismatch(
          Problem.of("the tree holds more than " + MAX_FILES + " files and directories")
              .advise("choose a subdirectory"));
    }
  }

  private static TreeEntry.Type type(TreeReader.Entry entry) {
    if (entry.isLink()) {
      return TreeEntry.Type.LINK;
    }
    return entry.mode().equals(FileMode.EXECUTABLE_FILE)
        ? TreeEntry.Type.EXECUTABLE
        : TreeEntry.Type.FILE;
  }
}
