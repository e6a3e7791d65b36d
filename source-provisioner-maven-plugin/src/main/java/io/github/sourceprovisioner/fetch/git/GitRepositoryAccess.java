package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Everything that one session does with its repository. */
final class GitRepositoryAccess {

  private final GitSession session;

  GitRepositoryAccess(GitSession session) {
    HermeticSystem.install();
    this.session = session;
  }

  /** What the repository says about its refs, asked now. */
  Advertisement advertisement() throws IOException, InterruptedException {
    if (!session.url().isFile()) {
      return new RemoteRepository(session).advertisement();
    }
    try (Repository repository = LocalRepository.open(session.url())) {
      return Advertisements.of(repository);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The content of a directory at a commit. A repository on this machine is read where it is; any
   * other one through the store, and not asked at all if the store has everything. A store that
   * turns out to be damaged is made anew, once.
   */
  Payload fetch(Revision revision, String subdir) throws IOException, InterruptedException {
    if (session.url().isFile()) {
      return local(revision, subdir);
    }
    Path store = session.context().store();
    try {
      return remote(store, revision, subdir);
    } catch (DamagedStore e) {
      ObjectStore.erase(store);
    }
    try {
      return remote(store, revision, subdir);
    } catch (DamagedStore e) {
      throw unreadable(e);
    }
  }

  private Payload local(Revision revision, String subdir) throws IOException {
    Repository repository = LocalRepository.open(session.url());
    try {
      Content content = content(repository, revision, subdir);
      return payload(repository, content);
    } catch (MissingObjectException e) {
      repository.close();
      throw incomplete(e, revision);
    } catch (IOException e) {
      repository.close();
      throw unreadable(e);
    } catch (RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private Payload remote(Path directory, Revision revision, String subdir)
      throws IOException, InterruptedException {
    Repository store = ObjectStore.open(directory);
    try {
      return payload(store, brought(store, revision, subdir));
    } catch (ProvisioningException | DamagedStore | InterruptedException e) {
      store.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw new DamagedStore(e);
    }
  }

  /** The content, with all its objects in the store. */
  private Content brought(Repository store, Revision revision, String subdir)
      throws IOException, InterruptedException {
    RemoteRepository remote = new RemoteRepository(session);
    Optional<Content> known = known(store, revision, subdir);
    if (known.isEmpty()) {
      remote.fetchCommit(store, revision, !subdir.isEmpty());
    }
    Content content = content(store, revision, subdir);
    Set<ObjectId> missing = missing(store, content);
    if (!missing.isEmpty()) {
      remote.fetchBlobs(store, missing);
    }
    if (!missing(store, content).isEmpty()) {
      remote.fetchCommit(store, revision, false);
    }
    return content;
  }

  private static Optional<Content> known(Repository store, Revision revision, String subdir)
      throws IOException {
    try {
      return Optional.of(content(store, revision, subdir));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  private static Content content(Repository repository, Revision revision, String subdir)
      throws IOException {
    try (ObjectReader objects = repository.newObjectReader()) {
      TreeReader reader = new TreeReader(objects);
      ObjectId root =
          reader.root(ObjectId.fromString(revision.id())).orElseThrow(() -> notACommit(revision));
      return Content.of(reader, new Subdirectory(reader, subdir).below(root));
    }
  }

  private static Set<ObjectId> missing(Repository store, Content content) throws IOException {
    try (ObjectReader objects = store.newObjectReader()) {
      return content.missing(new TreeReader(objects));
    }
  }

  private static Payload payload(Repository repository, Content content) throws IOException {
    List<String> warnings =
        content.submodules().stream()
            .map(path -> path + " is a submodule and is left out: not supported yet")
            .toList();
    return new Payload.Tree(GitTree.verified(repository, content), warnings);
  }

  private static SourceNotFound notACommit(Revision revision) {
    return new SourceNotFound(
        Problem.of(revision.ref().orElse(revision.id()) + " names a file or a tree, not a commit")
            .advise("pick a tag or a branch that stands at a commit"));
  }

  private static RuntimeException incomplete(MissingObjectException e, Revision revision) {
    if (e.getObjectId().equals(ObjectId.fromString(revision.id()))) {
      return new SourceNotFound(
          Problem.of("the repository has no commit " + revision.id())
              .advise("check the commit id, or fetch it into the repository first")
              .because(e));
    }
    return new IntegrityMismatch(
        Problem.of("the repository lacks objects of commit " + revision.id())
            .advise("fetch them into it: a partial clone does not hold everything")
            .because(e));
  }

  private static TransferFailed unreadable(IOException e) {
    return new TransferFailed(
        Problem.of("the objects of the repository cannot be read")
            .advise("check the repository with git fsck")
            .because(e));
  }
}
