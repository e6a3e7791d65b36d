package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Files and links in an object database, byte for byte as they were committed: no filters, no line
 * ends, no attributes. Closing it closes the repository.
 */
final class GitTree implements SourceTree {

  /** The first line of every pointer, by the specification of Git LFS. */
  private static final String POINTER = "version https://git-lfs.github.com/spec/";

  /** No pointer is longer, by the same specification. */
  private static final int POINTER_LIMIT = 1024;

  private static final int SHOWN = 5;

  private final Repository repository;
  private final ObjectReader objects;
  private final TreeReader reader;
  private final Map<String, Content.File> files;
  private final List<TreeEntry> entries = new ArrayList<>();

  private GitTree(Repository repository, ObjectReader objects, Map<String, Content.File> files) {
    this.repository = repository;
    this.objects = objects;
    this.reader = new TreeReader(objects);
    this.files = files;
  }

  /**
   * A tree every file of which was read once and found to be what its id promises.
   *
   * @throws IntegrityMismatch if a file is a pointer to content that is elsewhere (Git LFS)
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

  private void verify() throws IOException {
    Set<ObjectId> pointers = new HashSet<>();
    Set<ObjectId> seen = new HashSet<>();
    List<String> pointing = new ArrayList<>();
    for (Map.Entry<String, Content.File> file : files.entrySet()) {
      ObjectId blob = file.getValue().blob();
      if (seen.add(blob) && isPointer(reader.verified(blob, POINTER_LIMIT))) {
        pointers.add(blob);
      }
      if (pointers.contains(blob) && file.getValue().type() != TreeEntry.Type.LINK) {
        pointing.add(file.getKey());
      }
      long size = reader.blob(blob).getSize();
      entries.add(new TreeEntry(file.getKey(), file.getValue().type(), size));
    }
    refuse(pointing);
  }

  private static boolean isPointer(byte[] head) {
    return head.length < POINTER_LIMIT
        && new String(head, StandardCharsets.ISO_8859_1).startsWith(POINTER);
  }

  private static void refuse(List<String> pointing) {
    if (!pointing.isEmpty()) {
      String names = String.join(", ", pointing.subList(0, Math.min(SHOWN, pointing.size())));
      throw new IntegrityMismatch(
          Problem.of(
                  "the content of "
                      + names
                      + (pointing.size() > SHOWN ? ", …" : "")
                      + " is in Git LFS, and only pointers to it are in the repository")
              .advise("choose a subdirectory without such files")
              .advise("publish the content as an archive, and use that as the source"));
    }
  }
}
