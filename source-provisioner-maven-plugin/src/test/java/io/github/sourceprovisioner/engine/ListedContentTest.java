package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays where a fetcher keeps it is listed in the cache, and never stored twice. */
class ListedContentTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws IOException {
    project = new TestProject(root);
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    project.host.keepAtHand();
  }

  @Test
  void nothingIsStoredTwice() throws Exception {
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created");

    try (Stream<Path> all = Files.walk(project.cache())) {
      assertThat(all.filter(path -> path.toString().endsWith(".zip"))).isEmpty();
    }
    assertThat(project.host.calls)
        .containsExactly("resolve acme/vpc@main", "fetch acme/vpc// r1", "fetch acme/vpc// r1");
  }

  @Test
  void aWorkdirIsWrittenAgainFromWhatIsAtHandAlsoOffline() throws Exception {
    project.run(CREATE);
    Files.delete(project.workdir("dev", "vpc").resolve("main.tf"));

    Policy forced =
        new Policy(
            "create",
            Mode.OFFLINE,
            false,
            true,
            false,
            Optional.empty(),
            ofMinutes(5),
            false,
            TestProject.OFF);

    assertThat(project.actions(forced)).containsExactly("dev/vpc updated");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(staging()).isEmpty();
  }

  @Test
  void contentThatIsAnotherOneNowStopsTheWorkdirWithTheWordsOfTheCache() throws Exception {
    project.run(CREATE);
    project.host.onFetch(
        (call, context) -> {
          project.host.spoil();
        });

    Failure failure = project.failure(TestProject.FORCED);

    assertThat(failure.reason())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage(
            "fake::acme/vpc@main at r1 does not hold the files that are listed in the cache");
    assertThat(failure.reason().advice())
        .containsExactly("remove the list with source:cache-clear -Dsource.uri=acme/vpc");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(staging()).isEmpty();
  }

  @Test
  void contentThatCannotBeReadOrAFetcherThatBreaksDownConcernsItsComponentAlone() throws Exception {
    project.run(CREATE);
    project.host.onFetch(
        (call, context) -> {
          throw new IOException("bad disk");
        });
    assertThat(project.failure(TestProject.FORCED).reason())
        .isInstanceOf(CacheUnusable.class)
        .hasMessage("its content cannot be read where it stays: java.io.IOException: bad disk")
        .satisfies(
            e ->
                assertThat(((CacheUnusable) e).advice())
                    .containsExactly("check the disk, and the rights on that file"));

    project.host.onFetch(
        (call, context) -> {
          throw new IllegalStateException("oops");
        });
    assertThat(project.failure(TestProject.FORCED).reason())
        .hasMessageContaining("broke down: IllegalStateException: oops");
    assertThat(staging()).isEmpty();
  }

  @Test
  void aDamagedListIsMadeAnew() throws Exception {
    project.run(CREATE);
    try (Stream<Path> all = Files.walk(project.cache())) {
      for (Path list : all.filter(path -> path.toString().endsWith(".t1")).toList()) {
        Files.writeString(list, "nonsense");
      }
    }

    assertThat(project.actions(TestProject.FORCED)).containsExactly("dev/vpc updated");
    assertThat(project.actions(TestProject.FORCED)).containsExactly("dev/vpc updated");
  }

  private List<Path> staging() throws IOException {
    try (Stream<Path> left = Files.list(project.cache().resolve(".internal/v1/staging"))) {
      return left.toList();
    }
  }
}
