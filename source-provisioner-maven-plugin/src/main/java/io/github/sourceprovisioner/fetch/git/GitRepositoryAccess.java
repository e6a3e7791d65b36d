package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Collection;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Everything that one session does with its repository. */
final class GitRepositoryAccess {

  private final GitSession session;
  private final KnownRepository known;

  GitRepositoryAccess(GitSession session, KnownRepository known) {
    HermeticSystem.install();
    this.session = session;
    this.known = known;
  }

  /** A directory of a commit, and what stands there. */
  record Brought(GitTree tree, Content content) {}

  /** What the refs of a repository on this machine are. */
  Advertisement localRefs() throws IOException {
    try (Repository repository = LocalRepository.open(session.url())) {
      return Advertisements.of(repository);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What a host says about its refs that does not speak version 2. */
  Advertisement olderRefs() throws IOException, InterruptedException {
    try (Repository nowhere = new InMemoryRepository(new DfsRepositoryDescription())) {
      return new OlderProtocol(session, known, nowhere).refs();
    }
  }

  /** Brings what many want into the store, as far as that works for all at once. */
  void gather(Collection<Want> wants) throws IOException, InterruptedException {
    try {
      gatherOnce(wants);
    } catch (DamagedStore e) {
      ObjectStore.erase(session.context().store());
      gatherOnce(wants);
    }
  }

  private void gatherOnce(Collection<Want> wants) throws IOException, InterruptedException {
    try (Repository store = ObjectStore.open(session.context().store())) {
      new Supply(session, known, store).gather(wants);
    } catch (DamagedStore | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new DamagedStore(e);
    }
  }

  /**
   * The content of a directory at a commit. A repository on this machine is read where it is; any
   * other one through the store, and not asked at all if the store has everything. A store that
   * turns out to be damaged is made anew, once.
   */
  Brought fetch(Want want) throws IOException, InterruptedException {
    if (session.url().isFile()) {
      return local(want);
    }
    Path store = session.context().store();
    try {
      return remote(store, want);
    } catch (DamagedStore e) {
      ObjectStore.erase(store);
    }
    try {
      return remote(store, want);
    } catch (DamagedStore e) {
      throw unreadable(e);
    }
  }

  private Brought local(Want want) throws IOException {
    Repository repository = LocalRepository.open(session.url());
    try {
      return brought(repository, new Stored(repository).content(want));
    } catch (MissingObjectException e) {
      repository.close();
      throw incomplete(e, want.revision());
    } catch (IOException e) {
      repository.close();
      throw unreadable(e);
    } catch (RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private Brought remote(Path directory, Want want) throws IOException, InterruptedException {
    Repository store = ObjectStore.open(directory);
    try {
      return brought(store, new Supply(session, known, store).bring(want));
    } catch (ProvisioningException | DamagedStore | InterruptedException e) {
      store.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw new DamagedStore(e);
    }
  }

  private static Brought brought(Repository repository, Content content) throws IOException {
    return new Brought(GitTree.verified(repository, content), content);
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
