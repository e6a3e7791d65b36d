import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * Makes a bare git repository. Every directory below the first argument becomes one commit on
 * {@code main} and one tag, in the order of names; times and author are fixed, so that everybody
 * gets the same commit ids. The second argument is the repository; one that exists is left alone.
 */
public final class MakeUpstream {

  private static final PersonIdent AUTHOR =
      new PersonIdent(
          "Upstream", "upstream@example.com", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Repository repository;
  private final ObjectInserter objects;

  private MakeUpstream(Repository repository, ObjectInserter objects) {
    this.repository = repository;
    this.objects = objects;
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    if (Files.exists(target)) {
      return;
    }
    try (Repository repository = new FileRepository(target.toFile());
        ObjectInserter objects = repository.newObjectInserter()) {
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/main");
      new MakeUpstream(repository, objects).commitEach(children(Path.of(arguments[0])));
    }
  }

  private void commitEach(List<Path> versions) throws IOException {
    ObjectId parent = ObjectId.zeroId();
    for (Path version : versions) {
      String tag = version.getFileName().toString();
      parent = commit(tag, tree(version), parent);
      point("refs/tags/" + tag, parent);
    }
    point("refs/heads/main", parent);
  }

  private ObjectId commit(String message, ObjectId tree, ObjectId parent) throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    if (!parent.equals(ObjectId.zeroId())) {
      commit.setParentId(parent);
    }
    commit.setAuthor(AUTHOR);
    commit.setCommitter(AUTHOR);
    commit.setMessage(message);
    ObjectId id = objects.insert(commit);
    objects.flush();
    return id;
  }

  private ObjectId tree(Path root) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        DirCacheEntry entry =
            new DirCacheEntry(root.relativize(file).toString().replace('\\', '/'));
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(objects.insert(Constants.OBJ_BLOB, Files.readAllBytes(file)));
        builder.add(entry);
      }
    }
    builder.finish();
    return index.writeTree(objects);
  }

  private void point(String ref, ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(commit);
    update.forceUpdate();
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    }
  }
}
