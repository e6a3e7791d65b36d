package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.OwnJvm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartUpTest {

  /** Run in a JVM of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      HttpFetcher fetcher = new HttpFetcher();
      var location = Desk.at("https://h/a.zip", "sha256:" + "0".repeat(64), Map.of());
      System.out.println(fetcher.pinned(location).isPresent() && !fetcher.local(location));
    }
  }

  @Test
  void aPinnedSourceLoadsNothingOfTheWebAndNoArchive() throws Exception {
    String loaded = OwnJvm.loadedBy(Program.class);
    assertThat(loaded).contains("true", HttpFetcher.class.getName());
    assertThat(loaded)
        .doesNotContain("sourceprovisioner.web")
        .doesNotContain("sourceprovisioner.archive")
        .doesNotContain("HttpSources")
        .doesNotContain("java.net.HttpURLConnection")
        .doesNotContain("org.apache.commons.compress")
        .doesNotContain("org.tukaani")
        .doesNotContain("io.airlift");
  }
}
