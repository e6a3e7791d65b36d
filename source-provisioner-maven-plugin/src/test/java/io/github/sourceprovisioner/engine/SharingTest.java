package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void componentsOfOneLocationShareOneFetchWhichIsCountedOnce() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("net", "{uri: 'fake::acme/vpc', version: main}"));

    Run run = project.run(CREATE);

    assertThat(project.host.calls).containsExactly("resolve acme/vpc@main", "fetch acme/vpc// r1");
    assertThat(run.outcomes())
        .extracting(Outcome::traffic)
        .containsExactly(new Traffic(2, 110), Traffic.NONE);
    assertThat(project.mainTf("b", "net")).isEqualTo(project.mainTf("a", "vpc"));
  }

  @Test
  void aSharedFailureNamesEachComponentAtItsOwnPlace() throws Exception {
    project.host.onResolve(
        (call, context) -> {
          throw new IllegalStateException("bug");
        });
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("net", "{uri: 'fake::acme/vpc', version: main}"));

    assertThat(project.run(CREATE).failures())
        .extracting(
            failure -> failure.component() + " " + failure.reason().position().orElseThrow())
        .containsExactly("a/vpc src/main/stacks/a.yaml:4:21", "b/net src/main/stacks/b.yaml:4:21");
  }

  @Test
  void refsOfOnePlaceComeOneAfterAnother() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    FakeFetcher.Behavior busy = (call, context) -> threads.add(Thread.currentThread());
    project.host.onResolve(busy);
    project.host.onFetch(busy);
    for (int i = 0; i < 6; i++) {
      project.stack("s" + i, component("vpc", "{uri: 'fake::acme/vpc', version: b" + i + "}"));
    }

    project.run(CREATE);

    assertThat(project.host.calls).hasSize(7);
    assertThat(threads).hasSize(1);
  }

  @Test
  void differentPlacesComeSideBySide() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    project.host.onFetch(
        (call, context) -> {
          try {
            together.await(60, TimeUnit.SECONDS);
          } catch (java.util.concurrent.BrokenBarrierException
              | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("alone", e);
          }
        });
    for (int i = 0; i < 3; i++) {
      project.stack("s" + i, component("vpc", "{uri: 'fake::acme/vpc" + i + "', version: main}"));
    }

    assertThat(project.actions(CREATE))
        .containsExactly("s0/vpc created", "s1/vpc created", "s2/vpc created");
  }

  @Test
  void theLongestTimeoutThatOneOfThemAllowsReachesTheFetcher() throws Exception {
    List<String> timeouts = new CopyOnWriteArrayList<>();
    project.host.onFetch((call, context) -> timeouts.add(context.timeout().toString()));
    String source = component("vpc", "{uri: 'fake::acme/vpc', version: main}");
    project.stack("a", source + "      provision: {source: {timeout: 10m}}\n");
    project.stack("b", source + "      provision: {source: {timeout: 20m}}\n");

    project.run(CREATE);

    assertThat(timeouts).containsExactly("PT20M");
  }

  @Test
  void credentialsInOneOfTheirUrisServeAllOfThem() throws Exception {
    List<Optional<Credential>> seen = new CopyOnWriteArrayList<>();
    project.fetchers.clear();
    project.fetchers.add(new HttpFake(seen));
    project.stack("a", component("vpc", "'https://files.example.com/a.zip'"));
    project.stack("b", component("vpc", "'https://me:secret@files.example.com/a.zip'"));

    project.run(CREATE);

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).map(Credential::password)).contains("secret");
    assertThat(project.console.warnings())
        .containsExactly("http::https://files.example.com/a.zip: an archive of a fake");
  }
}
