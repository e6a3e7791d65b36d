package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/** A real bare repository, written object by object. */
final class BareRepository implements AutoCloseable {

  private static final PersonIdent SOMEBODY =
      new PersonIdent("t", "t@example.com", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  final Path directory;
  final Repository repository;

  BareRepository(Path directory) throws IOException {
    HermeticSystem.install();
    this.directory = directory;
    this.repository = new FileRepository(directory.toFile());
    repository.create(true);
    head("refs/heads/main");
  }

  String url() {
    return directory.toUri().toString().replaceFirst("^file:/(?!/)", "file:///");
  }

  void head(String branch) throws IOException {
    RefUpdate update = repository.updateRef(Constants.HEAD);
    update.link(branch);
  }

  void detach(AnyObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(Constants.HEAD, true);
    update.setNewObjectId(commit);
    update.forceUpdate();
  }

  /** Files by path; a path may start with {@code x:} for executable, {@code l:} for a link. */
  ObjectId commit(Map<String, String> files, ObjectId... parents) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        builder.add(entry(file.getKey(), file.getValue(), inserter));
      }
      builder.finish();
      ObjectId commit = commitOf(index.writeTree(inserter), parents);
      inserter.flush();
      return commit;
    }
  }

  ObjectId commitOf(AnyObjectId tree, ObjectId... parents) throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(SOMEBODY);
    commit.setCommitter(SOMEBODY);
    commit.setMessage("m");
    return insert(Constants.OBJ_COMMIT, commit.build());
  }

  ObjectId insert(int type, byte[] data) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(type, data);
      inserter.flush();
      return id;
    }
  }

  ObjectId tag(String name, ObjectId object, int type) throws IOException {
    TagBuilder tag = new TagBuilder();
    tag.setTag(name);
    tag.setObjectId(object, type);
    tag.setTagger(SOMEBODY);
    tag.setMessage("m");
    return insert(Constants.OBJ_TAG, tag.build());
  }

  void ref(String name, AnyObjectId id) throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setNewObjectId(id);
    update.forceUpdate();
  }

  private static DirCacheEntry entry(String key, String content, ObjectInserter inserter)
      throws IOException {
    boolean marked = key.length() > 2 && key.charAt(1) == ':';
    DirCacheEntry entry = new DirCacheEntry(marked ? key.substring(2) : key);
    entry.setFileMode(mode(marked ? key.charAt(0) : 'f'));
    entry.setObjectId(
        entry.getFileMode() == FileMode.GITLINK
            ? ObjectId.fromString(content)
            : inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8)));
    return entry;
  }

  private static FileMode mode(char mark) {
    return switch (mark) {
      case 'x' -> FileMode.EXECUTABLE_FILE;
      case 'l' -> FileMode.SYMLINK;
      case 'm' -> FileMode.GITLINK;
      default -> FileMode.REGULAR_FILE;
    };
  }

  @Override
  public void close() {
    repository.close();
  }
}
