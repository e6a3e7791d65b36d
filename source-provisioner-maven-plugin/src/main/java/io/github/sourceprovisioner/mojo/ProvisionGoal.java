package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.mojo.maven.repository.MavenRepositories;
import io.github.sourceprovisioner.report.Summary;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** A goal that writes workdirs. */
abstract class ProvisionGoal extends StackGoal {

  /**
   * Writes workdirs though they are up to date. A workdir with edited files is moved aside first,
   * and the log says where.
   */
  @Parameter(property = "source.force", defaultValue = "false")
  private boolean force;

  /** Says what would be done, and writes nothing. */
  @Parameter(property = "source.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** How long one source may take. */
  @Parameter(property = "source.timeout", defaultValue = "5m")
  private String timeout = "5m";

  /** Allows transports beyond this machine that anybody on the way can read and change. */
  @Parameter(property = "source.allowInsecure", defaultValue = "false")
  private boolean allowInsecure;

  private final RepositorySystem repositories;

  /** A goal that may ask Maven's repositories. */
  ProvisionGoal(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  /** What finds artifacts as the build itself finds them. */
  final RepositorySystem repositories() {
    return repositories;
  }

  @Override
  final ArtifactRepositories artifacts(MavenProject module) {
    return new MavenRepositories(
        repositories(), session().getRepositorySession(), module.getRemoteProjectRepositories());
  }

  @Override
  final void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    Engine engine = engine();
    if (!engine.hasStacks()) {
      getLog().debug("no stacks in " + project().getBasedir());
      return;
    }
    introduce();
    Run run = engine.provisioning(policy()).run(selection());
    if (run.outcomes().isEmpty() && !selection().isEverything()) {
      getLog().info("No component with a source matches " + selection());
    }
    for (Outcome outcome : run.outcomes()) {
      tell(engine, outcome);
    }
    getLog().info(summary(run));
    if (!dryRun) {
      new ResultFile(layout(project()).stateDirectory()).write(execution(), run);
    }
    if (!run.failures().isEmpty()) {
      raise(translation().of(run.failures()));
    }
  }

  private String summary(Run run) {
    return dryRun
        ? Summary.dryRun(run.outcomes(), run.traffic(), run.took())
        : Summary.line(run.outcomes(), run.traffic(), run.took());
  }

  private Policy policy() {
    return new Policy(
        execution().getGoal(),
        mode(),
        acceptsMovedTags(),
        force,
        dryRun,
        ttl(),
        TimeSpan.parse(timeout, Position.of("-Dsource.timeout")),
        allowInsecure);
  }

  /** When hosts are asked; what Maven's own switches say unless the goal knows better. */
  Freshness.Mode mode() {
    if (session().isOffline()) {
      return Freshness.Mode.OFFLINE;
    }
    return session().getRequest().isUpdateSnapshots()
        ? Freshness.Mode.UPDATE
        : Freshness.Mode.NORMAL;
  }

  /** Whether the goal follows a tag that was moved. */
  boolean acceptsMovedTags() {
    return false;
  }

  private void tell(Engine engine, Outcome outcome) {
    if (outcome.action() == Action.CREATED || outcome.action() == Action.UPDATED) {
      getLog()
          .info(
              "%s %s -> %s (%s)"
                  .formatted(
                      dryRun ? "Would be " + outcome.action() + ":" : outcome.action(),
                      outcome.component(),
                      engine.workdir(outcome.component()),
                      outcome.reason()));
    } else {
      getLog().debug("%s %s".formatted(outcome.action(), outcome.component()));
    }
  }
}
