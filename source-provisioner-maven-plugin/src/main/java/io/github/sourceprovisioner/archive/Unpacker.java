package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Unpacks archives. Anything unusual is refused, never repaired: a name that leads out of the tree,
 * a hard link, a device, an entry that two readers would see differently. What is unpacked stays in
 * one nameless file until it is copied, so nothing that an archive says becomes a path here.
 */
public final class Unpacker {

  private final ArchiveLimits limits;

  Unpacker(ArchiveLimits limits) {
    this.limits = limits;
  }

  /** An unpacker with the limits that hold for every source. */
  public static Unpacker standard() {
    return new Unpacker(ArchiveLimits.DEFAULT);
  }

  /**
   * The tree below a directory of everything that the archives hold.
   *
   * @param files what to unpack; what two of them hold is an error, except for directories
   * @param subdir the wanted directory, perhaps with globs; empty means everything
   * @param staging a directory for one file, which stays there
   * @return a tree that the caller closes; its links have not been checked
   * @throws IntegrityMismatch if an archive is damaged, hostile or too large
   * @throws TransferFailed if an archive ends too early: perhaps a transfer broke
   * @throws SourceNotFound if the directory is not there
   */
  public SourceTree unpack(List<ArchiveFile> files, String subdir, Path staging)
      throws IOException {
    Spool spool = Spool.in(staging);
    try {
      Contents contents = new Contents(spool, limits);
      for (ArchiveFile file : files) {
        read(new PackedFile(file, limits), contents);
      }
      Map<TreeEntry, Spool.Piece> all = contents.checked();
      if (all.isEmpty()) {
        throw empty("the archive holds no files", "check how it was made");
      }
      String directory = new Subtree(all.keySet(), contents.directories()).find(subdir);
      SpooledTree tree = SpooledTree.below(directory, all, spool);
      if (tree.isEmpty()) {
        throw empty(
            "the subdirectory " + directory + " of the archive holds no files",
            "name another directory of it");
      }
      return tree;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private static void read(PackedFile file, Contents contents) throws IOException {
    try {
      file.read(contents);
    } catch (DamagedArchive e) {
      throw damaged(file, e);
    }
  }

  private static ProvisioningException damaged(PackedFile file, DamagedArchive e) {
    Problem problem =
        Problem.of("the archive " + file.shown() + " is damaged: " + e.getMessage()).because(e);
    return e.isCut()
        ? new TransferFailed(
            problem.advise("run again; if it stays so, the file at its origin is cut short"))
        : new IntegrityMismatch(
            problem
                .advise("fetch it by hand and test it, for instance with tar -t or unzip -t")
                .advise("ask whoever makes it to pack it anew"));
  }

  private static SourceNotFound empty(String message, String advice) {
    return new SourceNotFound(Problem.of(message).advise(advice));
  }
}
