package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.git.lfs.LfsPointer;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Files and links in an object database, byte for byte as they were committed: no filters, no line
 * ends, no attributes. Closing it closes the repository.
 */
final class GitTree implements SourceTree {

  private static final int SHOWN = 5;

  private final Repository repository;
  private final ObjectReader objects;
  private final TreeReader reader;
  private final Map<String, Content.File> files;
  private final List<TreeEntry> entries = new ArrayList<>();
  private final Map<String, byte[]> pointers = new TreeMap<>();

  private GitTree(Repository repository, ObjectReader objects, Map<String, Content.File> files) {
    this.repository = repository;
    this.objects = objects;
    this.reader = new TreeReader(objects);
    this.files = files;
  }

  /**
   * A tree every file of which was read once and found to be what its id promises.
   *
   * @throws IOException if an object is damaged or missing; the repository is still open then
   */
  static GitTree verified(Repository repository, Content content) throws IOException {
    ObjectReader objects = repository.newObjectReader();
    try {
      GitTree tree = new GitTree(repository, objects, content.files());
      tree.verify();
      return tree;
    } catch (IOException | RuntimeException e) {
      objects.close();
      throw e;
    }
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    Content.File file = files.get(entry.path());
    if (file == null) {
      throw new FileNotFoundException(entry.path());
    }
    return reader.blob(file.blob()).openStream();
  }

  @Override
  public void close() {
    objects.close();
    repository.close();
  }

  /** What claims to point to content that is elsewhere (Git LFS), by path. */
  Map<String, byte[]> pointers() {
    return Collections.unmodifiableMap(pointers);
  }

  /** The first bytes of the file that says what submodules are, and no more than are read. */
  byte[] head(Content.File file, int limit) throws IOException {
    return reader.verified(file.blob(), limit);
  }

  /**
   * Refuses pointers: they are never delivered as if they were content.
   *
   * @throws IntegrityMismatch if there are any
   */
  void refusePointers() {
    if (!pointers.isEmpty()) {
      String names = pointers.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "));
      throw new IntegrityMismatch(
          Problem.of(
                  "the content of "
                      + names
                      + (pointers.size() > SHOWN ? ", …" : "")
                      + " is in Git LFS, and only pointers to it are in the repository")
              .advise("add lfs=true to the URI, so that the content is fetched, too")
              .advise("choose a subdirectory without such files"));
    }
  }

  private void verify() throws IOException {
    Map<ObjectId, byte[]> heads = new HashMap<>();
    Set<ObjectId> seen = new HashSet<>();
    for (Map.Entry<String, Content.File> file : files.entrySet()) {
      ObjectId blob = file.getValue().blob();
      if (seen.add(blob)) {
        byte[] head = reader.verified(blob, LfsPointer.LIMIT);
        if (LfsPointer.claims(head)) {
          heads.put(blob, head);
        }
      }
      byte[] head = heads.get(blob);
      if (head != null && file.getValue().type() != TreeEntry.Type.LINK) {
        pointers.put(file.getKey(), head);
      }
      long size = reader.blob(blob).getSize();
      entries.add(new TreeEntry(file.getKey(), file.getValue().type(), size));
    }
  }
}
