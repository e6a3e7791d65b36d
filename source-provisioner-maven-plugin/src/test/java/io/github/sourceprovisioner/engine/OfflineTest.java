package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.OFFLINE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.model.Failure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void offlineAWarmCacheIsEnough() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}").run(CREATE);
    project.host.calls.clear();
    project.clock.turn(Duration.ofDays(9));
    project.stack("prod", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));

    assertThat(project.actions(OFFLINE)).containsExactly("dev/vpc unchanged", "prod/vpc created");
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void offlineAColdCacheNamesEverythingThatIsMissing() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("vpc", "{uri: 'fake::acme/other', version: v1}"));

    Run run = project.run(OFFLINE);

    assertThat(run.failures())
        .extracting(Failure::doing)
        .containsExactly("fetching fake::acme/vpc@main", "fetching fake::acme/other@v1");
    assertThat(run.failures())
        .extracting(Failure::reason)
        .allSatisfy(
            reason -> {
              assertThat(reason)
                  .isInstanceOf(CacheUnusable.class)
                  .hasMessage("not in the cache, and Maven is offline");
              assertThat(reason.advice()).first().isEqualTo("run once without -o");
            });
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void offlineASourceOnThisMachineIsStillRead() throws Exception {
    project.write("local/main.tf", "# one\n");
    project.vpc("../../../local").run(CREATE);
    project.write("local/main.tf", "# number two\n");

    assertThat(project.actions(OFFLINE)).containsExactly("dev/vpc updated");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("# number two\n");
  }
}
