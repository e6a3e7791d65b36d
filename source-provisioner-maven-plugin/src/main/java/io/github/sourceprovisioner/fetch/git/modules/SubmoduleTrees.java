package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches the submodules that a directory needs, theirs as well, and puts all of it together. Each
 * comes at the commit that its parent names. For one fetch; used by one thread.
 */
public final class SubmoduleTrees {

  /** How deep submodules may nest. */
  static final int DEEPEST = 10;

  /** How many submodules one source may have, nested ones included. */
  static final int MOST = 100;

  private final ModuleSource source;
  private final boolean insecureAllowed;
  private int opened;

  /**
   * For one source.
   *
   * @param insecureAllowed whether plain {@code http} and {@code git} may leave this machine
   */
  public SubmoduleTrees(ModuleSource source, boolean insecureAllowed) {
    this.source = source;
    this.insecureAllowed = insecureAllowed;
  }

  /**
   * The tree of a repository with those of its submodules in it. Closes everything that it was
   * given and has opened if it fails.
   *
   * @param address where the repository was fetched from
   * @throws SourceNotFound if {@code .gitmodules} does not know a submodule
   * @throws IntegrityMismatch if it, or a URL in it, is refused; if there are too many; if one is
   *     its own parent
   * @throws ProvisioningException if one cannot be fetched; the message begins with its path
   */
  public SourceTree complete(ModuleAddress address, RepositoryTree repository)
      throws IOException, InterruptedException {
    return complete(List.of(address), repository);
  }

  private SourceTree complete(List<ModuleAddress> chain, RepositoryTree repository)
      throws IOException, InterruptedException {
    ComposedTree tree = new ComposedTree();
    try {
      tree.mount("", repository.tree());
      List<Gitlink> links = repository.gitlinks();
      Gitmodules modules = links.isEmpty() ? Gitmodules.NONE : repository.gitmodules();
      for (Gitlink link : links) {
        tree.mount(link.mount(), child(chain, link, modules));
      }
      return tree;
    } catch (IOException | InterruptedException | RuntimeException e) {
      tree.closeAfter(e);
      throw e;
    }
  }

  private SourceTree child(List<ModuleAddress> chain, Gitlink link, Gitmodules modules)
      throws IOException, InterruptedException {
    try {
      Gitmodule module = modules.at(link.path()).orElseThrow(SubmoduleTrees::unknown);
      String written = module.url().orElseThrow(SubmoduleTrees::unknown);
      String parent = chain.get(chain.size() - 1).url();
      String url = SubmoduleUrl.resolve(parent, written, insecureAllowed);
      ModuleAddress address = new ModuleAddress(url, link.commit(), link.subdir());
      List<ModuleAddress> longer = extended(chain, address);
      return complete(longer, opened(address));
    } catch (ProvisioningException e) {
      throw named(link, e);
    }
  }

  private RepositoryTree opened(ModuleAddress address) throws IOException, InterruptedException {
    try {
      return source.open(address);
    } catch (ProvisioningException e) {
      Problem problem = e.problem();
      throw e.with(withMessage(problem, Redaction.redact(address.url()) + ": " + e.getMessage()));
    }
  }

  private List<ModuleAddress> extended(List<ModuleAddress> chain, ModuleAddress address) {
    if (chain.stream().anyMatch(address::isSameCommit)) {
      throw tooMany("it contains itself");
    }
    if (chain.size() > DEEPEST) {
      throw tooMany("submodules are nested more than " + DEEPEST + " deep");
    }
    if (++opened > MOST) {
      throw tooMany("the source has more than " + MOST + " submodules");
    }
    List<ModuleAddress> longer = new ArrayList<>(chain);
    longer.add(address);
    return longer;
  }

  private static ProvisioningException named(Gitlink link, ProvisioningException e) {
    String message = "submodule " + Hostile.shown(link.path()) + ": " + e.getMessage();
    ProvisioningException named = e.with(withMessage(e.problem(), message));
    named.setStackTrace(e.getStackTrace());
    return named;
  }

  private static Problem withMessage(Problem problem, String message) {
    return new Problem(message, problem.position(), problem.advice(), problem.cause());
  }

  private static SourceNotFound unknown() {
    return new SourceNotFound(
        Problem.of("the .gitmodules of its repository does not say where it comes from")
            .advise("add it there with git submodule add, or remove it from the repository")
            .advise("choose a subdirectory without it"));
  }

  private static IntegrityMismatch tooMany(String reason) {
    return new IntegrityMismatch(
        Problem.of(reason)
            .advise("choose a subdirectory that needs fewer submodules")
            .advise("use the repository of the submodule as a source of its own"));
  }
}
