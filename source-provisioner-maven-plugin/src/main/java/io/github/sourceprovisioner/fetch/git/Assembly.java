package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.modules.ModuleAddress;
import io.github.sourceprovisioner.fetch.git.modules.ModuleContexts;
import io.github.sourceprovisioner.fetch.git.modules.ModuleSource;
import io.github.sourceprovisioner.fetch.git.modules.RepositoryTree;
import io.github.sourceprovisioner.fetch.git.modules.SubmoduleChoice;
import io.github.sourceprovisioner.fetch.git.modules.SubmoduleTrees;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a directory with everything that belongs to it: its large files and its submodules. */
final class Assembly implements ModuleSource {

  private final Sessions sessions;
  private final GitSession session;
  private final Map<String, String> parameters;
  private final ModuleContexts contexts;

  /**
   * For one source.
   *
   * @param parameters of its location: {@code submodules}, {@code lfs}
   */
  Assembly(Sessions sessions, GitSession session, Map<String, String> parameters) {
    this.sessions = sessions;
    this.session = session;
    this.parameters = parameters;
    this.contexts = new ModuleContexts(session.context(), session.clock());
  }

  /**
   * The directory, with a warning for each submodule that is left out, and one in a run if the
   * repository has moved.
   */
  Payload payload(Want want) throws IOException, InterruptedException {
    FetchedTree top = open(session, want);
    List<String> warnings = new ArrayList<>(judged(top));
    sessions.known(session.url()).newPlace().map(Assembly::moved).ifPresent(warnings::add);
    return new Payload.Tree(complete(top, want), warnings);
  }

  private static String moved(String url) {
    return "the repository has moved to "
        + Redaction.redact(url)
        + ": write that into the URI, before the old name means another one";
  }

  @Override
  public RepositoryTree open(ModuleAddress address) throws IOException, InterruptedException {
    FetchContext context = contexts.forModule(address.url());
    Revision commit = new Revision(address.commit(), Revision.Stability.FIXED, Optional.empty());
    return open(sessions.open(address.url(), context), new Want(commit, address.subdir()));
  }

  private FetchedTree open(GitSession repository, Want want)
      throws IOException, InterruptedException {
    GitRepositoryAccess.Brought brought =
        new GitRepositoryAccess(repository, sessions.known(repository.url())).fetch(want);
    boolean large = parameters.getOrDefault("lfs", "").equals("true");
    SourceTree tree = new LargeFiles(repository, large).in(brought.tree());
    return new FetchedTree(tree, brought.tree(), brought.content());
  }

  private List<String> judged(FetchedTree top) throws IOException {
    try {
      return SubmoduleChoice.of(parameters).judge(top.gitlinks());
    } catch (RuntimeException e) {
      top.tree().close();
      throw e;
    }
  }

  private SourceTree complete(FetchedTree top, Want want) throws IOException, InterruptedException {
    if (SubmoduleChoice.of(parameters) != SubmoduleChoice.FETCH || top.gitlinks().isEmpty()) {
      return top.tree();
    }
    ModuleAddress address =
        new ModuleAddress(session.url().text(), want.revision().id(), want.subdir());
    return new SubmoduleTrees(this, session.context().insecureAllowed()).complete(address, top);
  }
}
