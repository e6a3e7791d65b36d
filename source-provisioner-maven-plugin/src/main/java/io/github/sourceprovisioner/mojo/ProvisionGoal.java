package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.cache.SharedEntry;
import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.mojo.maven.shared.MavenSharedRepository;
import io.github.sourceprovisioner.mojo.maven.shared.SharedAddress;
import io.github.sourceprovisioner.mojo.maven.shared.SharedSession;
import io.github.sourceprovisioner.report.Summary;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

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

  /**
   * The Maven repository in which the team shares snapshots, as <code>id</code> and <code>url
   * </code> or, on the command line, as <code>id::url</code>. What the cache lacks is looked for
   * there before its host is asked.
   */
  @Parameter(property = "source.sharedRepository")
  private @Nullable SharedRepositoryParameter sharedRepository;

  private final RepositorySystem repositories;

  /** A goal that may ask Maven's repositories. */
  ProvisionGoal(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  /** What finds artifacts as the build itself finds them. */
  final RepositorySystem repositories() {
    return repositories;
  }

  final boolean isDryRun() {
    return dryRun;
  }

  @Override
  final void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    Engine engine = engine();
    if (!engine.hasStacks()) {
      getLog().debug("no stacks in " + project().getBasedir());
      return;
    }
    introduce();
    Run run = work(engine, policy());
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

  /** What the goal does with an engine. */
  Run work(Engine engine, Policy policy) throws InterruptedException {
    return engine.provisioning(policy).run(selection());
  }

  /** Where the team shares its snapshots, if it does. */
  final Optional<SharedAddress> sharedAddress() {
    return Optional.ofNullable(sharedRepository)
        .flatMap(SharedRepositoryParameter::address)
        .map(address -> address.checked(allowInsecure));
  }

  /** Sessions for the shared repository. */
  final SharedSession sharedSession() {
    return new SharedSession(
        repositories,
        session().getRepositorySession(),
        SharedEntry.downloads(cache()),
        timeLimit(),
        !session().getRequest().isInteractiveMode());
  }

  /** Nobody is asked offline. */
  @Override
  final Optional<SharedRepository> shared() {
    return sharedAddress()
        .filter(address -> !session().isOffline())
        .map(address -> new MavenSharedRepository(address, repositories, sharedSession()));
  }

  /** The last line. */
  String summary(Run run) {
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
        timeLimit(),
        allowInsecure);
  }

  private Duration timeLimit() {
    return TimeSpan.parse(timeout, Position.of("-Dsource.timeout"));
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

  /** Says what was done for one component. */
  void tell(Engine engine, Outcome outcome) {
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
