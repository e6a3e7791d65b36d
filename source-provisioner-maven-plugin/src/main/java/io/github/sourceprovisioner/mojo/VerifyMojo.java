package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.engine.Verification;
import io.github.sourceprovisioner.engine.Verified;
import io.github.sourceprovisioner.report.Amounts;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Reads every provisioned file and every cached snapshot of the selection, and fails if anything is
 * not as the lock file says. Nobody is asked.
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = true)
public final class VerifyMojo extends FetchingGoal {

  /**
   * Restores what is not as it is locked, from the cache or from its host. A workdir with edited
   * files is moved aside first, and the log says where.
   */
  @Parameter(property = "source.fix", defaultValue = "false")
  private boolean fix;

  /** A goal that may ask Maven's repositories. */
  @Inject
  public VerifyMojo(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    Engine engine = engine();
    if (!engine.hasStacks()) {
      getLog().debug("no stacks in " + project().getBasedir());
      return;
    }
    introduce();
    Verification verification = engine.verification();
    Verified verified = verification.run(selection());
    if (fix && !verified.failures().isEmpty()) {
      restore(verification, verified);
      verified = verification.run(selection());
    }
    if (!verified.failures().isEmpty()) {
      raise(translation().of(verified.failures()));
    }
    getLog()
        .info(
            "Verified %s and %s of the cache: all as locked"
                .formatted(
                    Amounts.counted(verified.components(), "component"),
                    Amounts.counted(verified.sound().size(), "snapshot")));
  }

  private void restore(Verification verification, Verified verified)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    Run run = verification.fix(verified, policy(true));
    if (!run.failures().isEmpty()) {
      raise(translation().of(run.failures()));
    }
    getLog().info("Restored " + Amounts.counted(run.outcomes().size(), "component"));
  }
}
