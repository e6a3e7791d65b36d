package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.lfs.LfsObjects;
import io.github.sourceprovisioner.fetch.git.modules.ModuleContexts;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare repository that holds objects and nothing else. Its configuration is written by us at
 * every opening and never believed; alternates, hooks, refs, lock files and half packs that lie in
 * it are thrown away, since nobody else works in the directory while it is open (CVE-2024-6257: a
 * planted configuration).
 */
final class ObjectStore {

  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tbare = true
      \tlogAllRefUpdates = false
      [gc]
      \tauto = 0
      [http]
      \tfollowRedirects = initial
      \tmaxRedirects = 10
      \tsslVerify = true
      """;

  private static final Set<String> KEPT = Set.of("objects", "shallow", CompleteCommits.FILE);

  /** Stores of other things, which check for themselves what is in them. */
  private static final Set<String> NEIGHBORS =
      Set.of(LfsObjects.DIRECTORY, ModuleContexts.DIRECTORY);

  /**
   * Measured with packs of 5,500 objects each: 20 of them, 157 MB, become one of 11.5 MB in two
   * seconds, within a heap of 64 MB. Reading through 20 instead of one costs a fifth of a second.
   */
  private static final int MOST_PACKS = 20;

  /** More would take more memory than a small build has: such a store is begun anew. */
  private static final long MOST_ENTRIES = 2_000_000;

  private ObjectStore() {}

  /**
   * The store in a directory, made if it is not there. Many packs become one.
   *
   * @throws DamagedStore if what is in the directory cannot be used
   * @throws ClosedByInterruptException if the thread was interrupted: not the store's fault
   */
  static Repository open(Path directory) throws IOException {
    try {
      prepare(directory);
      consolidate(directory);
      return repository(directory);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DamagedStore(e);
    }
  }

  /** The size of all packs: what a transport that cannot be counted has brought, nearly. */
  static long packBytes(Path directory) throws IOException {
    return new StoreFiles(directory).bytes();
  }

  /** Removes everything in a directory, without following links. */
  static void erase(Path directory) throws IOException {
    for (Path child : StoreFiles.children(directory)) {
      StoreFiles.delete(child);
    }
  }

  private static void prepare(Path directory) throws IOException {
    StoreFiles files = new StoreFiles(directory);
    files.clean(KEPT, NEIGHBORS);
    Files.createDirectories(files.packs());
    Files.createDirectories(directory.resolve("refs"));
    Files.writeString(directory.resolve("config"), CONFIG);
    Files.writeString(directory.resolve("HEAD"), "ref: refs/heads/none\n");
  }

  /** A full disk is no reason to lose what is there; a damaged pack is. */
  private static void consolidate(Path directory) throws IOException {
    StoreFiles files = new StoreFiles(directory);
    if (files.names().size() <= MOST_PACKS) {
      return;
    }
    StoreConsolidation consolidation = new StoreConsolidation(files, () -> {});
    if (consolidation.entries() > MOST_ENTRIES) {
      erase(directory);
      prepare(directory);
      return;
    }
    try {
      consolidation.run(repository(directory));
    } catch (CorruptObjectException | MissingObjectException e) {
      throw e;
    } catch (IOException e) {
      prepare(directory);
    }
  }

  private static Repository repository(Path directory) throws IOException {
    return new FileRepository(
        new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().setup());
  }
}
