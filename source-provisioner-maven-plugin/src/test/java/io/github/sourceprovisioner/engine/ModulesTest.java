package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.PruneRequest;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads and one cache, with and without locks. */
@Timeout(120)
class ModulesTest {

  private Path root;

  @BeforeEach
  void root(@TempDir Path directory) {
    root = directory;
  }

  @Test
  void sixteenModulesWithOneSourceFetchItOnce() throws Exception {
    Modules modules = new Modules(root, 16, true);
    for (TestProject module : modules.all) {
      module.vpc("{uri: 'fake::acme/vpc', version: main}");
    }

    assertThat(modules.create()).allSatisfy(run -> assertThat(run.failures()).isEmpty());

    assertThat(modules.calls("fetch")).isEqualTo(1);
    assertThat(modules.calls("resolve")).isEqualTo(1);
    for (TestProject module : modules.all) {
      assertThat(module.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void modulesWithTheirSourcesInEveryOrderNeverWaitForEachOther(boolean locks) throws Exception {
    Modules modules = new Modules(root, 4, locks);
    for (int i = 0; i < 4; i++) {
      for (int source = 0; source < 4; source++) {
        String uri = "{uri: 'fake::acme/vpc" + (source + i) % 4 + "', version: main}";
        modules.all.get(i).stack("s" + source, component("vpc", uri));
      }
    }

    assertThat(modules.create()).allSatisfy(run -> assertThat(run.failures()).isEmpty());

    assertThat(modules.calls("fetch")).isBetween(4L, locks ? 4L : 16L);
  }

  /** Locks hold off any number of prunes; without them a run outlasts two that find something. */
  @ParameterizedTest
  @CsvSource({"true, 1000000", "false, 2"})
  void aCacheThatIsPrunedToNothingAllTheTimeFailsNobody(boolean locks, int prunes)
      throws Exception {
    Modules modules = new Modules(root, 8, locks);
    for (TestProject module : modules.all) {
      module.vpc("{uri: 'fake::acme/vpc', version: main}");
      module.stack("prod", component("net", "{uri: 'fake::acme/net', version: main}"));
    }
    AtomicBoolean over = new AtomicBoolean();
    Thread pruning = new Thread(() -> pruneUntil(over, prunes));
    pruning.start();
    try {
      assertThat(modules.create()).flatExtracting(Run::failures).isEmpty();
    } finally {
      over.set(true);
      pruning.join();
    }
    for (TestProject module : modules.all) {
      assertThat(module.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    }
  }

  @Test
  void aCacheThatIsDeletedInTheMiddleOfARunFailsCleanlyAtMostOnce() throws Exception {
    TestProject project = new TestProject(root).vpc("{uri: 'fake::acme/vpc', version: main}");
    project.host.onFetch((call, context) -> delete(project.cache()));

    assertThat(project.run(CREATE).failures())
        .allSatisfy(
            failure -> {
              assertThat(failure.component()).hasToString("dev/vpc");
              assertThat(failure.reason().advice()).isNotEmpty();
            });

    project.host.onFetch((call, context) -> {});
    assertThat(project.run(CREATE).failures()).isEmpty();
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
  }

  @Test
  void componentsOfOneRefGetOneRevisionAlsoIfItMovesBetweenThem() throws Exception {
    TestProject project = new TestProject(root);
    project.stack("a", component("vpc", "{uri: 'fake::acme/m//vpc', version: main}"));
    project.stack("b", component("net", "{uri: 'fake::acme/m//net', version: main}"));
    project.host.onFetch((call, context) -> project.host.answer("acme/m@main", "r2"));

    assertThat(project.run(CREATE).failures()).isEmpty();

    assertThat(project.mainTf("a", "vpc")).isEqualTo(FakeFetcher.content("vpc", "r1"));
    assertThat(project.mainTf("b", "net")).isEqualTo(FakeFetcher.content("net", "r1"));
  }

  private void pruneUntil(AtomicBoolean over, int most) {
    CacheKeeping keeping = new CacheKeeping(root.resolve("cache"), new RecordingConsole());
    PruneRequest all =
        new PruneRequest(Optional.empty(), OptionalLong.of(0), Set.of(), Optional.empty(), false);
    for (int found = 0; found < most && !over.get(); ) {
      found += keeping.prune(all).bytes() > 0 ? 1 : 0;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
