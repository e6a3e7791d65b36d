package io.github.sourceprovisioner.workdir;

import java.nio.file.Path;
import java.util.List;

/**
 * What deleting a workdir did, or would do.
 *
 * @param workdir where it is, or was
 * @param deleted how many files were deleted
 * @param kept what stays because the plugin did not write it or it was edited: sorted paths
 *     relative to the workdir, a directory with a slash at its end; empty means that nothing is
 *     left
 */
public record Deletion(Path workdir, int deleted, List<String> kept) {

  public Deletion {
    kept = List.copyOf(kept);
  }
}
