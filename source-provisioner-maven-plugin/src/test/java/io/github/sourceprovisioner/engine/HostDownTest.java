package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.ASKING;
import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.UPDATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Traffic;
import java.io.EOFException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostDownTest {

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
            throw new EOFException("cut");
          }
        });

    assertThat(project.run(CREATE).traffic()).isEqualTo(new Traffic(5, 110));
    assertThat(project.console.warnings()).hasSize(3).allMatch(line -> line.contains("cut"));
  }
}
