package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The plain files and links below a directory, as they were when it was listed. No link is ever
 * followed, neither to the root nor below it.
 */
public final class DirectoryTree implements SourceTree {

  private final Map<TreeEntry, Path> paths;

  private DirectoryTree(Map<TreeEntry, Path> paths) {
    this.paths = paths;
  }

  /**
   * Lists the directory, in the order of the paths' UTF-8 bytes. Whatever is called {@code .git}
   * stays out, at any depth, and so do empty directories.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if something below the root is
   *     neither file nor directory nor link, or if the root is no directory
   */
  public static SourceTree of(Path root) throws IOException {
    return new DirectoryTree(DirectoryListing.of(root));
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(paths.keySet());
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    Path path = paths.get(entry);
    if (path == null) {
      throw new IllegalArgumentException("not of this tree: " + entry);
    }
    return entry.type() == TreeEntry.Type.LINK
        ? new ByteArrayInputStream(linkTarget(path).getBytes(StandardCharsets.UTF_8))
        : Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {
    // Every stream belongs to who opened it; there is nothing else.
  }

  /** The target with the separator that the digest counts. */
  static String linkTarget(Path link) throws IOException {
    String target = Files.readSymbolicLink(link).toString();
    String separator = link.getFileSystem().getSeparator();
    return separator.equals("/") ? target : target.replace(separator, "/");
  }
}
