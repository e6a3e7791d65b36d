package io.github.sourceprovisioner.benchmark.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.benchmark.link.Carried;
import io.github.sourceprovisioner.benchmark.link.Host;
import io.github.sourceprovisioner.benchmark.link.SlowLink;
import io.github.sourceprovisioner.benchmark.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps alive what the benchmark stands on: with git, without Maven, in a second or two. */
class UpstreamTest {

  private static final Shape TINY = new Shape(4, 3, 6, 1, 2_000);

  private Path directory;

  @BeforeEach
  void directory(@TempDir Path empty) {
    directory = empty;
  }

  @Test
  void aMadeUpRepositoryIsTheSameEachTime() throws Exception {
    SyntheticRepository.make(directory.resolve("one.git"), TINY);
    SyntheticRepository.make(directory.resolve("two.git"), TINY);

    assertThat(tip("one.git")).isEqualTo(tip("two.git"));
  }

  @Test
  void componentsAndTagsAreChosenFromTheRepository() throws Exception {
    SyntheticRepository.make(directory.resolve("one.git"), TINY);
    Upstream upstream = new Upstream(directory.resolve("one.git"), directory.resolve("scratch"));

    assertThat(upstream.tags()).hasSize(6);
    assertThat(upstream.versions(2, 3)).hasSize(6).doesNotHaveDuplicates();
    assertThat(upstream.newBytes(upstream.change())).isBetween(500L, 20_000L);
  }

  @Test
  void aCloneOverTheSlowLineIsCounted() throws Exception {
    SyntheticRepository.make(directory.resolve("one.git"), TINY);
    SlowLink.Quality quality = new SlowLink.Quality(Duration.ofMillis(2), 50_000_000);

    try (Host host = new Host(cgi(), directory);
        SlowLink link = new SlowLink(host.port(), quality)) {
      String url = "http://127.0.0.1:" + link.port() + "/one.git";
      new Command(directory.resolve("client"), "git", "clone", "-q", url, "clone").run();
      Carried carried = link.carried();

      assertThat(host.requests()).isBetween(2L, 3L);
      assertThat(carried.connections()).isPositive();
      assertThat(carried.down()).isGreaterThan(carried.up()).isGreaterThan(10_000);
      assertThat(directory.resolve("client/clone/modules/component-000/main.tf")).isRegularFile();
    }
  }

  private List<String> tip(String repository) throws Exception {
    String path = directory.resolve(repository).toString();
    return new Command(directory, "git", "-C", path, "rev-parse", "main").lines();
  }

  private Path cgi() throws Exception {
    List<String> lines = new Command(directory, "git", "--exec-path").lines();
    return Path.of(lines.get(0), "git-http-backend");
  }
}
