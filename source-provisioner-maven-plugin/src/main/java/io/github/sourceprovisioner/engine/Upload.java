package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SharedContent;
import io.github.sourceprovisioner.cache.SharedEntry;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.spi.SharedDeployment;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Adds one snapshot to a repository. What is there is compared and never replaced.
 *
 * @param staging a directory for what is compared
 */
record Upload(SharedDeployment shared, Path staging, TransferListener traffic) {

  /**
   * Adds what is missing, the marker last: an entry with a marker is complete.
   *
   * @return whether anything was added
   * @throws IntegrityMismatch if the repository has something else under this name
   */
  boolean add(SharedEntry entry, SharedContent content) throws IOException {
    if (isThere(entry, content)) {
      return false;
    }
    try {
      addUnlessThere(entry.zip(), content.zip());
      addUnlessThere(entry.lines(), content.lines());
      shared.upload(entry.marker(), content.marker(), traffic);
      return true;
    } catch (TransferFailed refused) {
      // Somebody on another machine was faster, and the repository takes nothing twice.
      if (isThere(entry, content)) {
        return false;
      }
      throw refused;
    }
  }

  private boolean isThere(SharedEntry entry, SharedContent content) {
    Path marker = staging.resolve("marker");
    boolean there = shared.download(entry.marker(), marker, traffic);
    if (there && !entry.promise(marker).equals(content.promise())) {
      throw different(entry.marker());
    }
    return there;
  }

  /** Somebody who was interrupted before the marker left it behind. */
  private void addUnlessThere(SharedFile file, Path ours) throws IOException {
    Path there = staging.resolve(file.extension());
    if (!shared.download(file, there, traffic)) {
      shared.upload(file, ours, traffic);
    } else if (Files.mismatch(there, ours) >= 0) {
      throw different(file);
    }
  }

  private IntegrityMismatch different(SharedFile file) {
    return new IntegrityMismatch(
        Problem.of(
                "the shared repository %s has %s with another checksum, and nothing is overwritten"
                    .formatted(shared.name(), file))
            .advise("find out which of the two is right: fetch once with an empty cache")
            .advise("delete that version from the repository if it is the wrong one"));
  }
}
