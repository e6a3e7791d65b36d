package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.cache.SharedEntry;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.mojo.maven.repository.MavenRepositories;
import io.github.sourceprovisioner.mojo.maven.shared.MavenSharedRepository;
import io.github.sourceprovisioner.mojo.maven.shared.SharedAddress;
import io.github.sourceprovisioner.mojo.maven.shared.SharedSession;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

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

  /**
   * Allows that programs are run for credentials: those that Docker's <code>config.json</code>
   * names as <code>credHelpers</code> and <code>credsStore</code>, and the <code>
   * credential_process</code> of AWS profiles. What a source says is never run.
   */
  @Parameter(property = "source.allowCredentialPrograms", defaultValue = "false")
  private boolean allowCredentialPrograms;

  /**
   * The Maven repository in which the team shares snapshots, as <code>id</code> and <code>url
   * </code> or, on the command line, as <code>id::url</code>. What the cache lacks is looked for
   * there before its host is asked.
   */
  @Parameter(property = "source.sharedRepository")
  private @Nullable SharedRepositoryParameter sharedRepository;

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

  private Duration timeLimit() {
    return TimeSpan.parse(timeout, Position.of("-Dsource.timeout"));
  }

  @Override
  final boolean credentialProgramsAllowed() {
    return allowCredentialPrograms;
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
        timeLimit(),
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
