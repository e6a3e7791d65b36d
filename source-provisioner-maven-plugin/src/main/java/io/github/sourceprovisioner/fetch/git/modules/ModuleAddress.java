package io.github.sourceprovisioner.fetch.git.modules;

/**
 * What is wanted of a repository.
 *
 * @param url of the repository, as {@link SubmoduleUrl} gives it
 * @param commit the full id in lower-case hex
 * @param subdir the wanted directory from the root; empty means the root
 */
public record ModuleAddress(String url, String commit, String subdir) {

  /** Whether both are the same commit of the same repository. */
  boolean isSameCommit(ModuleAddress other) {
    return url.equals(other.url) && commit.equals(other.commit);
  }
}
