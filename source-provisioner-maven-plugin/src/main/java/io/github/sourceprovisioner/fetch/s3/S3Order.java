package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.file.Path;

/**
 * What is to be brought.
 *
 * @param staging the empty directory to write to
 */
record S3Order(SourceLocation location, Revision revision, Path staging) {

  /** Whether the user wrote the version himself; then it is asked for by its name. */
  boolean isPinned() {
    return location.ref().isPresent();
  }
}
