package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;

/**
 * How large a tree may be, so that a bomb stops early (CVE-2023-0475).
 *
 * @param entries files, links and the directories that they imply
 * @param fileBytes the length of one file
 * @param totalBytes the length of all files together
 */
public record Limits(int entries, long fileBytes, long totalBytes) {

  /** Far above every real module: 200 000 entries, 2 GB a file, 10 GB in all. */
  public static final Limits DEFAULT = new Limits(200_000, TreeEntry.LONGEST, 10L << 30);

  /**
   * Stops a tree with too many entries.
   *
   * @throws IntegrityMismatch if there are more than allowed
   */
  public void checkEntries(long count) {
    if (count > entries) {
      throw tooLarge("the source has more than " + entries + " files and directories");
    }
  }

  /**
   * Stops a file that is too large.
   *
   * @throws IntegrityMismatch if it is longer than allowed
   */
  public void checkFile(String path, long bytes) {
    if (bytes > fileBytes) {
      throw tooLarge(
          "the file " + Offenders.show(path) + " is larger than " + fileBytes + " bytes");
    }
  }

  /**
   * Stops a tree that is too large.
   *
   * @throws IntegrityMismatch if the files are longer than allowed altogether
   */
  public void checkTotal(long bytes) {
    if (bytes > totalBytes) {
      throw tooLarge("the files of the source are larger than " + totalBytes + " bytes together");
    }
  }

  private static IntegrityMismatch tooLarge(String message) {
    return new IntegrityMismatch(
        Problem.of(message)
            .advise("name a subdirectory of the source (//path) that holds only what is needed"));
  }
}
