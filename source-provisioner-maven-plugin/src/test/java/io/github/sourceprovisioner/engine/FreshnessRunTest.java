package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.ASKING;
import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.UPDATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessRunTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void aBranchIsAskedForAgainOnlyAfterItsTimeToLive() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, ttl: 30m}").run(CREATE);
    project.host.answer("acme/vpc@main", "r2");
    project.host.calls.clear();

    project.clock.turn(Duration.ofMinutes(29));
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.host.calls).isEmpty();

    project.clock.turn(Duration.ofMinutes(2));
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc updated");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r2"));
  }

  @Test
  void aBranchThatMeansSomethingElseIsFollowedAndSaidOnceForAllItsDirectories() throws Exception {
    project.stack("a", component("x", "{uri: 'fake::acme/vpc//x', version: main}"));
    project.stack("b", component("y", "{uri: 'fake::acme/vpc//y', version: main}"));
    project.run(CREATE);
    project.host.answer("acme/vpc@main", "r2");
    assertThat(project.actions(ASKING)).containsExactly("a/x updated", "b/y updated");

    assertThat(project.console.infos()).containsExactly("fake::acme/vpc@main moved from r1 to r2");
    project.run(ASKING);
    assertThat(project.console.infos()).hasSize(1);
    assertThat(project.console.warnings()).isEmpty();
  }

  @Test
  void anExpiredBranchThatDidNotMoveRewritesNoWorkdir() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}").run(CREATE);
    project.host.calls.clear();
    var before = Listing.of(project.base);
    project.clock.turn(Duration.ofHours(2));

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.host.calls).containsExactly("resolve acme/vpc@main");
    assertThat(Listing.of(project.base)).isEqualTo(before);
  }

  @Test
  void aClockThatWentBackProvesNothingFresh() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}").run(CREATE);
    project.host.calls.clear();
    project.clock.turn(Duration.ofDays(-1));

    project.run(CREATE);

    assertThat(project.host.calls).containsExactly("resolve acme/vpc@main");
  }

  @Test
  void aMovedTagIsKeptWithOneWarningWhenAskedAndFollowedByAnUpdate() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: v1}").run(CREATE);
    project.host.answer("acme/vpc@v1", "r2");

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.console.warnings()).isEmpty();

    assertThat(project.actions(ASKING)).containsExactly("dev/vpc unchanged");
    assertThat(project.console.warnings())
        .containsExactly(
            "fake::acme/vpc@v1: the tag moved from r1 to r2, and is kept as it was first seen;"
                + " source:update follows it");

    assertThat(project.actions(UPDATE)).containsExactly("dev/vpc updated");
    assertThat(project.console.warnings())
        .last()
        .isEqualTo("fake::acme/vpc@v1: the tag moved from r1 to r2, and is followed");
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
  }

  @Test
  void aTimeToLiveOfZeroAsksOnceARunForAllDirectoriesOfARef() throws Exception {
    StringBuilder yaml = new StringBuilder("components:\n  terraform:\n");
    for (int i = 0; i < 20; i++) {
      yaml.append(
          "    c%d: {source: {uri: 'fake::acme/vpc//m%d', version: main, ttl: 0}}\n"
              .formatted(i, i % 4));
    }
    project.stack("dev", yaml.toString()).run(CREATE);
    project.host.calls.clear();

    project.run(CREATE);

    assertThat(project.host.calls).containsExactly("resolve acme/vpc@main");
  }

  @Test
  void aRefreshAsksOnceAndKeepsATagThatMoved() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: v1}").run(CREATE);
    project.host.answer("acme/vpc@v1", "r2");
    project.host.calls.clear();
    new CacheKeeping(project.cache(), project.console).refresh(Set.of(), Optional.empty());

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.host.calls).containsExactly("resolve acme/vpc@v1");
    assertThat(project.console.warnings()).hasSize(1);
  }
}
