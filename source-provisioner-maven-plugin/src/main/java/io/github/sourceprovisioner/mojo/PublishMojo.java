package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Run;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.mojo.maven.shared.MavenSharedDeployment;
import io.github.sourceprovisioner.mojo.maven.shared.SharedAddress;
import io.github.sourceprovisioner.report.Summary;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.RepositoryConnectorProvider;

/**
 * Adds the snapshots of the selection to the Maven repository that the team shares, and fetches
 * those first that the cache lacks. Writes no workdir. What is there already stays as it is.
 */
@Mojo(name = "publish", threadSafe = true, requiresProject = true)
public final class PublishMojo extends RunGoal {

  private final RepositoryConnectorProvider connectors;

  /** Made by Maven, which hands over its own repository system. */
  @Inject
  public PublishMojo(RepositorySystem repositories, RepositoryConnectorProvider connectors) {
    super(repositories);
    this.connectors = connectors;
  }

  @Override
  Run work(Engine engine) throws InterruptedException {
    SharedAddress address =
        sharedAddress()
            .orElseThrow(
                () ->
                    new InvalidStack(
                        Problem.of(
                                "source:publish was not told where the team shares its snapshots")
                            .at(Position.of("source.sharedRepository"))
                            .advise(
                                "name the repository: -Dsource.sharedRepository=team::https://…")
                            .advise(
                                "configure it in the POM: <sharedRepository><id>team</id>"
                                    + "<url>https://…</url></sharedRepository>")));
    return engine
        .publishing(
            policy(false),
            new MavenSharedDeployment(address, repositories(), connectors, sharedSession()))
        .run(selection());
  }

  @Override
  Freshness.Mode mode() {
    if (session().isOffline()) {
      throw new InvalidStack(
          Problem.of("source:publish has to reach the shared repository, and Maven is offline")
              .at(Position.of("-o"))
              .advise("run it without -o; what the cache holds is not fetched again"));
    }
    return super.mode();
  }

  @Override
  void tell(Engine engine, Outcome outcome) {
    if (outcome.action() != Action.FAILED) {
      getLog()
          .info(
              "%s%s %s (%s)"
                  .formatted(
                      isDryRun() ? "Would be " : "",
                      outcome.action(),
                      outcome.component(),
                      outcome.reason()));
    }
  }

  @Override
  String summary(Run run) {
    String line = Summary.published(run.outcomes(), run.traffic(), run.took());
    return isDryRun() ? "Dry run, nothing was published. A real run: " + line : line;
  }
}
