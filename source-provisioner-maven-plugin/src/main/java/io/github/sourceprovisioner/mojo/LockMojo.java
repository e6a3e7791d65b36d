package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.LockUpkeep;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.lock.LockKey;
import io.github.sourceprovisioner.model.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the lock file what is not locked yet, in all modules at once. No workdir is written, and
 * what is locked already stays as it is: that is moved by <code>source:update</code>.
 */
@Mojo(name = "lock", aggregator = true, threadSafe = true, requiresProject = true)
public final class LockMojo extends FetchingGoal {

  /** Removes the entries that no component refers to any more. */
  @Parameter(property = "source.prune", defaultValue = "false")
  private boolean prune;

  /**
   * A lock file that was made elsewhere, to compare with: what two people saw apart from each other
   * is worth more than what one of them saw. Relative to the directory that Maven runs in.
   */
  @Parameter(property = "source.from")
  private @Nullable String from;

  /** A goal that may ask Maven's repositories. */
  @Inject
  public LockMojo(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    introduce();
    Map<Path, List<LockUpkeep>> files = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>();
    for (MavenProject module : session().getProjects()) {
      Engine engine = engine(module);
      if (engine.hasStacks()) {
        LockUpkeep locking = engine.locking(policy(false));
        files.computeIfAbsent(layout(module).lockFile(), f -> new ArrayList<>()).add(locking);
        failures.addAll(locking.add(selection()));
      }
    }
    if (!failures.isEmpty()) {
      raise(translation().of(failures));
    }
    for (List<LockUpkeep> modules : files.values()) {
      finish(modules);
    }
  }

  /** What is done once for modules that share a lock file. */
  private void finish(List<LockUpkeep> modules) throws InterruptedException {
    if (prune) {
      prune(modules);
    }
    getLog().info(modules.get(0).summary());
    if (from != null) {
      Path other = Path.of(session().getExecutionRootDirectory()).resolve(from).normalize();
      getLog().info(modules.get(0).compare(other, from));
    }
  }

  private void prune(List<LockUpkeep> modules) throws InterruptedException {
    if (!selection().isEverything()
        || session().getProjects().size() < session().getAllProjects().size()) {
      throw new InvalidStack(
          Problem.of("source.prune was told of a part of the project only")
              .advise("run it for the whole project, without a selection and without -pl"));
    }
    Set<LockKey> referenced = new HashSet<>();
    for (LockUpkeep module : modules) {
      referenced.addAll(module.referenced());
    }
    for (LockKey gone : modules.get(0).prune(referenced)) {
      getLog().info((isDryRun() ? "Would be removed: " : "Removed ") + gone);
    }
  }
}
