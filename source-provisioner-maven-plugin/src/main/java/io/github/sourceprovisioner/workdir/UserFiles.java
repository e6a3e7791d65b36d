package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what the plugin did not write in a workdir: {@code .terraform}, state, variables, whatever.
 * A directory in which nothing is ours is one finding, however much it holds.
 */
final class UserFiles {

  private final Path root;
  private final Set<String> owned;
  private final Set<String> fresh;
  private final Set<String> freshParents;
  private final Set<String> shared;
  private final List<Path> movable = new ArrayList<>();
  private final List<String> blocked = new ArrayList<>();

  private UserFiles(Path root, Set<String> owned, Set<String> fresh) {
    this.root = root;
    this.owned = owned;
    this.fresh = fresh;
    this.freshParents = Inside.parents(fresh);
    this.shared = Inside.parents(owned);
    this.shared.addAll(freshParents);
  }

  /**
   * What was found.
   *
   * @param movable relative paths that are free in the new workdir; parts of nothing else here
   * @param blocked relative paths, {@code /} between segments, that the new workdir needs itself
   */
  record Found(List<Path> movable, List<String> blocked) {

    /** Everything, as messages name it: sorted, a directory with a slash at its end. */
    List<String> names(Path root) {
      Set<String> names = new TreeSet<>(blocked);
      for (Path path : movable) {
        boolean directory = Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
        names.add(slashed(path) + (directory ? "/" : ""));
      }
      return List.copyOf(names);
    }
  }

  /**
   * Looks through a workdir.
   *
   * @param owned what the plugin wrote there
   * @param fresh what it will write into the workdir that comes next
   */
  static Found find(Path root, Set<String> owned, Set<String> fresh) throws IOException {
    UserFiles search = new UserFiles(root, owned, fresh);
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      search.look(root, false);
    }
    return new Found(search.movable, search.blocked);
  }

  /** The paths of files as a set. */
  static Set<String> paths(List<OwnedFile> files) {
    return files.stream().map(OwnedFile::path).collect(Collectors.toUnmodifiableSet());
  }

  private void look(Path directory, boolean belowFile) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        look(child, slashed(root.relativize(child)), belowFile);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void look(Path child, String path, boolean belowFile) throws IOException {
    boolean directory = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    if (directory && shared.contains(path)) {
      look(child, belowFile || fresh.contains(path));
    } else if (directory || !owned.contains(path)) {
      if (belowFile || fresh.contains(path) || freshParents.contains(path)) {
        blocked.add(path);
      } else {
        movable.add(root.relativize(child));
      }
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
