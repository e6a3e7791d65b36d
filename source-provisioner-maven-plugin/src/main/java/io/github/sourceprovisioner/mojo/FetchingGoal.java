package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.mojo.maven.repository.MavenRepositories;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** A goal that may ask the hosts of sources. */
abstract class FetchingGoal extends StackGoal {

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
  FetchingGoal(RepositorySystem repositories) {
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

  final boolean isDryRun() {
    return dryRun;
  }

  /** What the run may do. */
  final Policy policy(boolean force) {
    return new Policy(
        execution().getGoal(),
        mode(),
        acceptsMovedTags(),
        force,
        dryRun,
        ttl(),
        TimeSpan.parse(timeout, Position.of("-Dsource.timeout")),
        allowInsecure,
        lock());
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
}
