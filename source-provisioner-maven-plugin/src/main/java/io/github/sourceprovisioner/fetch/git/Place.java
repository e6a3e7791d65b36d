package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.modules.Gitlink;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where the wanted directory of a commit is.
 *
 * @param path from the root, patterns replaced by what they matched; empty means the root
 * @param tree the root tree of the commit if the directory is in a submodule
 * @param submodule the submodule that the directory is in, or is
 */
record Place(String path, ObjectId tree, Optional<Gitlink> submodule) {}
