package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Asks every host what its branches and tags mean now, whatever their time to live, and provisions
 * what changed. A tag that was moved is followed, with a warning.
 */
@Mojo(
    name = "update",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    threadSafe = true,
    requiresProject = true)
public final class UpdateMojo extends ProvisionGoal {

  /** Made by Maven, which hands over its own repository system. */
  @Inject
  public UpdateMojo(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  Freshness.Mode mode() {
    if (session().isOffline()) {
      throw new InvalidStack(
          Problem.of("source:update has to ask hosts, and Maven is offline")
              .at(Position.of("-o"))
              .advise("run it without -o")
              .advise("use source:create, which works offline from the cache"));
    }
    return Freshness.Mode.UPDATE;
  }

  @Override
  boolean acceptsMovedTags() {
    return true;
  }
}
