package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.git.modules.Gitlink;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What stands below a tree.
 *
 * @param files path to what it holds, relative to the tree
 * @param gitlinks the submodules that belong there, which have no content here
 * @param gitmodules what the root of the commit says about submodules; only if there are some
 */
record Content(Map<String, File> files, List<Gitlink> gitlinks, Optional<File> gitmodules) {

  /** Trees that name each other often can stand for more files than any disk holds. */
  private static final int MAX_FILES = 500_000;

  /** A file or link, and its blob. */
  record File(TreeEntry.Type type, ObjectId blob) {}

  private record Directory(String prefix, ObjectId tree) {}

  /**
   * Lists what belongs to a place.
   *
   * @param root the root tree of the commit
   * @throws org.eclipse.jgit.errors.MissingObjectException if a tree is not here
   */
  static Content of(TreeReader reader, ObjectId root, Place place) throws IOException {
    Map<String, File> files = new LinkedHashMap<>();
    List<Gitlink> gitlinks = new ArrayList<>();
    if (place.submodule().isPresent()) {
      gitlinks.add(place.submodule().get());
    } else {
      list(reader, place, files, gitlinks);
    }
    return new Content(
        files, gitlinks, gitlinks.isEmpty() ? Optional.empty() : gitmodules(reader, root));
  }

  private static void list(
      TreeReader reader, Place place, Map<String, File> files, List<Gitlink> gitlinks)
      throws IOException {
    Deque<Directory> open = new ArrayDeque<>();
    open.push(new Directory("", place.tree()));
    UnsafeNames unsafe = new UnsafeNames();
    int directories = 0;
    while (!open.isEmpty()) {
      Directory directory = open.pop();
      directories++;
      for (TreeReader.Entry entry : reader.entries(directory.tree(), directory.prefix(), unsafe)) {
        String path = directory.prefix() + entry.name();
        if (entry.isDirectory()) {
          open.push(new Directory(path + "/", entry.id()));
        } else if (entry.isSubmodule()) {
          gitlinks.add(Gitlink.below(place.path(), path, entry.id().name()));
        } else {
          files.put(path, new File(type(entry), entry.id()));
        }
      }
      limit(files.size() + directories + open.size());
    }
    unsafe.report();
  }

  private static Optional<File> gitmodules(TreeReader reader, ObjectId root) throws IOException {
    for (TreeReader.Entry entry : reader.entries(root, "")) {
      if (entry.name().equals(".gitmodules") && !entry.isDirectory() && !entry.isSubmodule()) {
        return Optional.of(new File(type(entry), entry.id()));
      }
    }
    return Optional.empty();
  }

  /** The blobs that are not here. */
  Set<ObjectId> missing(TreeReader reader) throws IOException {
    Set<ObjectId> missing = new LinkedHashSet<>();
    for (File file : files.values()) {
      if (!reader.has(file.blob())) {
        missing.add(file.blob());
      }
    }
    if (gitmodules.isPresent() && !reader.has(gitmodules.get().blob())) {
      missing.add(gitmodules.get().blob());
    }
    return missing;
  }

  private static void limit(int entries) {
    if (entries > MAX_FILES) {
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
