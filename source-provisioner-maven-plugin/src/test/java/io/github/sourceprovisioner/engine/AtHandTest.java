package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fetcher keeps on this machine serves builds that are offline. */
class AtHandTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws IOException {
    project = new TestProject(root);
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    project.host.keepAtHand();
  }

  @Test
  void whatIsNotAtHandEitherIsToldInTheWordsOfTheFetcher() throws Exception {
    project.host.onResolve(
        (ref, context) -> {
          throw new CacheUnusable(Problem.of("not at hand").advise("run once without -o"));
        });

    Refusal.of(
            CacheUnusable.class,
            () -> {
              throw project.failure(OFFLINE).reason();
            })
        .says("not at hand")
        .advises("run once without -o");
  }

  @Test
  void anOfflineBuildThatTheCacheCannotServeIsServed() throws Exception {
    assertThat(project.actions(OFFLINE)).containsExactly("dev/vpc created");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
  }

  @Test
  void whatAnOfflineBuildFoundIsNoAnswerOfAHost() throws Exception {
    project.run(OFFLINE);
    project.host.answer("acme/vpc@main", "r2");

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc updated");
  }

  @Test
  void whatTheCacheKnowsIsNotAskedForOffline() throws Exception {
    project.run(CREATE);
    project.host.calls.clear();
    project.host.answer("acme/vpc@main", "r2");

    assertThat(project.actions(OFFLINE)).containsExactly("dev/vpc unchanged");
    assertThat(project.host.calls).isEmpty();
  }
}
