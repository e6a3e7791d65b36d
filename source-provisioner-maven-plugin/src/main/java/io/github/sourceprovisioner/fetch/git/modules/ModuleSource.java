package io.github.sourceprovisioner.fetch.git.modules;

import java.io.IOException;

/** Brings the repositories of submodules: the port to whoever speaks git. */
public interface ModuleSource {

  /**
   * A directory of a repository at a commit, with all its objects here.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException as for any other repository
   */
  RepositoryTree open(ModuleAddress address) throws IOException, InterruptedException;
}
