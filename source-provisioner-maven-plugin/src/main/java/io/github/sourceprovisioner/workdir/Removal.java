package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Deletes what the plugin wrote into a directory and nobody changed since, and nothing else. */
final class Removal {

  private Removal() {}

  /**
   * Deletes the unchanged files of a list, then the directories that are empty without them, the
   * root included. Files that are gone already do not matter.
   *
   * @return how many files were deleted
   */
  static int remove(Path root, List<OwnedFile> files) throws IOException {
    List<OwnedFile> doomed = removable(root, files);
    for (OwnedFile file : doomed) {
      Files.delete(root.resolve(file.path()));
    }
    Edits links = new Edits(root);
    List<String> parents = new ArrayList<>(Inside.parents(UserFiles.paths(files)));
    parents.sort(Collections.reverseOrder());
    for (String parent : parents) {
      if (links.isDirectory(parent)) {
        Discard.directoryIfEmpty(root.resolve(parent));
      }
    }
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      Discard.directoryIfEmpty(root);
    }
    return doomed.size();
  }

  /** The files of a list that are there and unchanged. */
  static List<OwnedFile> removable(Path root, List<OwnedFile> files) throws IOException {
    Edits edits = new Edits(root);
    List<OwnedFile> unchanged = new ArrayList<>();
    for (OwnedFile file : files) {
      if (edits.unchanged(file)) {
        unchanged.add(file);
      }
    }
    return unchanged;
  }
}
