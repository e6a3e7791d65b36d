package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.model.Revision;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A directory of a commit.
 *
 * @param subdir as the location has it; empty means the root
 */
record Want(Revision revision, String subdir) {

  ObjectId commit() {
    return ObjectId.fromString(revision.id());
  }

  /** Whether all files of the commit are wanted. */
  boolean isWhole() {
    return subdir.isEmpty();
  }
}
