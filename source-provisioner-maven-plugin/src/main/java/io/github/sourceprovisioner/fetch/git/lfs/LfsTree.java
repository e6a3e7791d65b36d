package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tree that has content in place of pointers. Closing it closes the tree below. */
public final class LfsTree implements SourceTree {

  private final SourceTree pointers;
  private final Map<String, Path> content;
  private final List<TreeEntry> entries;

  private LfsTree(SourceTree pointers, Map<String, Path> content, List<TreeEntry> entries) {
    this.pointers = pointers;
    this.content = Map.copyOf(content);
    this.entries = List.copyOf(entries);
  }

  /**
   * Puts content over a tree; modes stay.
   *
   * @param content path to file, as {@link LfsClient#bring} gives it
   * @throws IOException if a file is gone; the tree is still open then
   */
  public static LfsTree over(SourceTree pointers, Map<String, Path> content) throws IOException {
    List<TreeEntry> entries = new ArrayList<>();
    for (TreeEntry entry : pointers.entries()) {
      Path file = content.get(entry.path());
      entries.add(
          file == null ? entry : new TreeEntry(entry.path(), entry.type(), Files.size(file)));
    }
    return new LfsTree(pointers, content, entries);
  }

  @Override
  public List<TreeEntry> entries() {
    return entries;
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    Path file = content.get(entry.path());
    return file == null
        ? pointers.open(entry)
        : Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() throws IOException {
    pointers.close();
  }
}
