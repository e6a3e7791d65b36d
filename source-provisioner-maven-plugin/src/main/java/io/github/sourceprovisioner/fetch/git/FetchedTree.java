package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.modules.Gitlink;
import io.github.sourceprovisioner.fetch.git.modules.Gitmodules;
import io.github.sourceprovisioner.fetch.git.modules.RepositoryTree;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.List;

/**
 * A directory of a repository whose objects are here.
 *
 * @param tree its files, large ones included
 * @param objects the same as they are in the repository
 * @param content what stands there
 */
record FetchedTree(SourceTree tree, GitTree objects, Content content) implements RepositoryTree {

  @Override
  public List<Gitlink> gitlinks() {
    return content.gitlinks();
  }

  @Override
  public Gitmodules gitmodules() throws IOException {
    return content.gitmodules().isEmpty() ? Gitmodules.NONE : parsed(content.gitmodules().get());
  }

  private Gitmodules parsed(Content.File file) throws IOException {
    return Gitmodules.parse(file.type(), objects.head(file, Gitmodules.LIMIT + 1));
  }
}
