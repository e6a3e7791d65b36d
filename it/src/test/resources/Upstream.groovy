import java.time.Instant
import java.time.ZoneOffset
import org.eclipse.jgit.dircache.DirCache
import org.eclipse.jgit.dircache.DirCacheEntry
import org.eclipse.jgit.internal.storage.file.FileRepository
import org.eclipse.jgit.lib.CommitBuilder
import org.eclipse.jgit.lib.Constants
import org.eclipse.jgit.lib.FileMode
import org.eclipse.jgit.lib.ObjectId
import org.eclipse.jgit.lib.PersonIdent

/**
 * A bare git repository that a project under test takes its sources from. Every commit is made on
 * main and holds exactly the files it is given; the times are fixed, so the ids are, too.
 */
class Upstream implements Closeable {

  private static final PersonIdent AUTHOR =
      new PersonIdent('Upstream', 'upstream@example.com', Instant.parse('2026-01-01T00:00:00Z'), ZoneOffset.UTC)

  private final FileRepository repository
  private ObjectId tip

  Upstream(File directory) {
    repository = new FileRepository(directory)
    repository.create(true)
    repository.updateRef(Constants.HEAD).link('refs/heads/main')
  }

  /** One more commit. A path that ends in a star is an executable file, one that ends in @ a link. */
  Upstream commit(Map<String, String> files) {
    def objects = repository.newObjectInserter()
    def index = DirCache.newInCore()
    def entries = index.builder()
    files.each { path, content -> entries.add(entry(path, objects.insert(Constants.OBJ_BLOB, content.bytes))) }
    entries.finish()
    def commit = new CommitBuilder(author: AUTHOR, committer: AUTHOR, message: 'change')
    commit.treeId = index.writeTree(objects)
    if (tip != null) {
      commit.parentId = tip
    }
    tip = objects.insert(commit)
    objects.close()
    point('refs/heads/main')
  }

  /** Tags the newest commit. */
  Upstream tag(String name) {
    point('refs/tags/' + name)
  }

  /** A branch at the newest commit. */
  Upstream branch(String name) {
    point('refs/heads/' + name)
  }

  /** The id of the newest commit. */
  String getId() {
    tip.name()
  }

  /** To be called last: a script that returns anything counts as failed. */
  @Override
  void close() {
    repository.close()
  }

  private Upstream point(String ref) {
    def update = repository.updateRef(ref)
    update.newObjectId = tip
    update.forceUpdate()
    this
  }

  private static DirCacheEntry entry(String path, ObjectId blob) {
    def modes = ['*': FileMode.EXECUTABLE_FILE, '@': FileMode.SYMLINK]
    def mode = modes[path[-1]]
    def entry = new DirCacheEntry(mode ? path[0..-2] : path)
    entry.fileMode = mode ?: FileMode.REGULAR_FILE
    entry.objectId = blob
    entry
  }
}
