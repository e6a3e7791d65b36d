package io.github.sourceprovisioner.fetch.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.OwnJvm;
import org.junit.jupiter.api.Test;

class StartUpTest {

  /** Run in a JVM of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      MavenFetcher fetcher = new MavenFetcher();
      var location = Order.zip("1.0", "sha256:" + "0".repeat(64));
      System.out.println(fetcher.pinned(location).isPresent() && fetcher.atHand(location));
    }
  }

  /** Run in a JVM of its own. */
  static final class Loader {

    private Loader() {}

    public static void main(String[] args) {
      System.out.println(new MavenFetcher().schemes());
    }
  }

  @Test
  void aPinnedSourceAsksNobodyAndLoadsNoWeb() throws Exception {
    String loaded = OwnJvm.loadedBy(Program.class);
    assertThat(loaded).contains("true", MavenFetcher.class.getName());
    assertThat(loaded)
        .doesNotContain("ArtifactSource")
        .doesNotContain("ArtifactRepositories")
        .doesNotContain("sourceprovisioner.web")
        .doesNotContain("sourceprovisioner.archive");
  }

  @Test
  void aRunWithoutArtifactsLoadsTheFetcherAlone() throws Exception {
    String loaded = OwnJvm.loadedBy(Loader.class);
    assertThat(loaded).contains("[maven]", MavenFetcher.class.getName());
    assertThat(loaded)
        .doesNotContain("fetch.maven.ExactRevision")
        .doesNotContain("fetch.maven.ArtifactSource");
  }
}
