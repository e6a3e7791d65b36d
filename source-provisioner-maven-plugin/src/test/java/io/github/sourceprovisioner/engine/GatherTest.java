package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.DRY;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.FetchContext;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatherTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void aFetcherHearsOfEverythingBeforeItIsAskedAndBringsItAtOnce() throws Exception {
    stack("a", "x", "v1");
    stack("b", "y", "v2");

    Run run = project.run(CREATE);

    assertThat(project.host.batches)
        .containsExactly(
            "expect [fake::acme/all//x@v1, fake::acme/all//y@v2]",
            "gather [fake::acme/all//x@v1 r1, fake::acme/all//y@v2 r1]");
    assertThat(run.outcomes())
        .extracting(Outcome::traffic)
        .containsExactly(new Traffic(3, 1110), new Traffic(2, 110));
    assertThat(project.mainTf("b", "y")).isEqualTo(FakeFetcher.content("y", "r1"));
  }

  @Test
  void whatTheCacheHoldsIsNotGathered() throws Exception {
    stack("a", "x", "v1");
    project.run(CREATE);
    stack("b", "y", "v1");
    project.run(CREATE);
    assertThat(project.host.batches).noneMatch(batch -> batch.startsWith("gather"));

    stack("c", "z", "v1");
    stack("d", "w", "v1");
    project.run(CREATE);

    assertThat(project.host.batches)
        .filteredOn(batch -> batch.startsWith("gather"))
        .containsExactly("gather [fake::acme/all//z@v1 r1, fake::acme/all//w@v1 r1]");
  }

  @Test
  void aDryRunGathersNothing() throws Exception {
    stack("a", "x", "v1");
    stack("b", "y", "v2");

    project.run(DRY);

    assertThat(project.host.batches).hasSize(1).allMatch(batch -> batch.startsWith("expect"));
  }

  @Test
  void aBrokenTransferIsRepeatedForAllOfThem() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    project.host.onGather((what, context) -> failFirst(attempts));
    stack("a", "x", "v1");
    stack("b", "y", "v2");

    assertThat(project.actions(CREATE)).containsExactly("a/x created", "b/y created");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void aHostThatDoesNotDeliverIsNotAskedOnceMoreForEach() throws Exception {
    project.host.onGather(GatherTest::down);
    stack("a", "x", "v1, retry: {max_attempts: 1}");
    stack("b", "y", "v2, retry: {max_attempts: 1}");

    assertThat(project.run(CREATE).failures())
        .extracting(failure -> failure.component() + ": " + failure.reason().getMessage())
        .containsExactly("a/x: the host is down", "b/y: the host is down");
    assertThat(project.host.calls).noneMatch(call -> call.startsWith("fetch"));
  }

  @Test
  void aHostThatIsSilentForOneRefIsNotAskedForAnother() throws Exception {
    project.host.onResolve(GatherTest::down);
    stack("a", "x", "v1, retry: {max_attempts: 1}");
    stack("b", "y", "v2, retry: {max_attempts: 1}");

    assertThat(project.run(CREATE).failures()).hasSize(2);
    assertThat(project.host.calls).containsExactly("resolve acme/all@v1");
  }

  private void stack(String name, String subdir, String version) throws Exception {
    project.stack(
        name,
        component(subdir, "{uri: 'fake::acme/all//%s', version: %s}".formatted(subdir, version)));
  }

  private static void failFirst(AtomicInteger attempts) {
    if (attempts.incrementAndGet() == 1) {
      throw new TransferFailed(Problem.of("cut").advise("wait"));
    }
  }

  private static void down(String call, FetchContext context) {
    throw new TransferFailed(Problem.of("the host is down").advise("wait"));
  }
}
