package io.github.sourceprovisioner.mojo;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Gives every selected component the workdir that its manifest asks for. Components that are up to
 * date cost nothing: no request is made and no file is touched.
 */
@Mojo(
    name = "create",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    threadSafe = true,
    requiresProject = true)
public final class CreateMojo extends ProvisionGoal {

  /** Made by Maven, which hands over its own repository system. */
  @Inject
  public CreateMojo(RepositorySystem repositories) {
    super(repositories);
  }
}
