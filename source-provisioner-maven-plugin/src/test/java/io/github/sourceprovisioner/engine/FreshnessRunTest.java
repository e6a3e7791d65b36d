package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.ASKING;
import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.OFFLINE;
import static io.github.sourceprovisioner.engine.TestProject.UPDATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessRunTest {

  private static final FakeFetcher.Behavior DOWN =
      (call, context) -> {
        throw new TransferFailed(Problem.of("the host is down").advise("wait"));
      };
  private static final String NO_RETRY = "retry: {max_attempts: 1}";

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
  void aHostThatIsDownLeavesWhatIsKnownWithAWarning() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, " + NO_RETRY + "}").run(CREATE);
    project.host.onResolve(DOWN);
    project.clock.turn(Duration.ofHours(2));

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged");
    assertThat(project.console.warnings())
        .containsExactly(
            "fake::acme/vpc@main: the host is down; going on with r1, the answer of"
                + " 2026-11-21T12:00:00Z");
  }

  @Test
  void aHostThatIsDownFailsWhereNothingIsKnownOrTheTruthIsAskedFor() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, " + NO_RETRY + "}");
    project.host.onResolve(DOWN);
    assertThat(project.failure(CREATE).reason()).hasMessage("the host is down");

    project.host.onResolve((call, context) -> {});
    project.run(CREATE);
    project.host.onResolve(DOWN);
    assertThat(project.failure(ASKING).reason()).isInstanceOf(TransferFailed.class);
    assertThat(project.failure(UPDATE).reason()).isInstanceOf(TransferFailed.class);

    project.vpc("{uri: 'fake::acme/vpc', version: main, ttl: 0, " + NO_RETRY + "}");
    assertThat(project.failure(CREATE).reason()).isInstanceOf(TransferFailed.class);
  }

  @Test
  void aSilentHostIsAskedOnceARunForAllDirectoriesOfARef() throws Exception {
    project.host.onResolve(DOWN);
    project.stack("a", component("x", "{uri: 'fake::acme/vpc//x', " + NO_RETRY + "}"));
    project.stack("b", component("y", "{uri: 'fake::acme/vpc//y', " + NO_RETRY + "}"));

    assertThat(project.run(CREATE).failures()).hasSize(2);
    assertThat(project.host.calls).containsExactly("resolve acme/vpc@");
  }

  @Test
  void theRetryRulesOfTheSourceHold() throws Exception {
    project.vpc(
        "{uri: 'fake::acme/vpc', version: main, retry: {max_attempts: 4, initial_delay: 1ms}}");
    project.host.onFetch(
        (call, context) -> {
          if (project.host.calls.size() < 5) {
            throw new java.io.EOFException("cut");
          }
        });

    assertThat(project.run(CREATE).traffic()).isEqualTo(new Traffic(5, 110));
    assertThat(project.console.warnings()).hasSize(3).allMatch(line -> line.contains("cut"));
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
