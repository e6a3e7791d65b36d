package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.List;

/** A directory of a repository at a commit, without the content of its submodules. */
public interface RepositoryTree {

  /**
   * The files and links of the directory; has none if the directory is in a submodule. Whoever
   * receives it closes it.
   */
  SourceTree tree();

  /** Every submodule that the directory needs: those below it, or the one that it is in. */
  List<Gitlink> gitlinks();

  /**
   * The {@code .gitmodules} of the root of the repository, whatever the directory; asked for only
   * if there are {@link #gitlinks}.
   *
   * @return {@link Gitmodules#NONE} if there is no such file
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it is refused
   */
  Gitmodules gitmodules() throws IOException;
}
