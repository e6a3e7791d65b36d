package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.OwnJvm;
import io.github.sourceprovisioner.locate.Locators;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {

  /** Run in a JVM of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      S3Fetcher fetcher = new S3Fetcher();
      var location =
          new Locators(List.of()).locate(S3Lab.spec("s3::https://s3.amazonaws.com/b/k?version=1"));
      System.out.println(fetcher.pinned(location).isPresent() && !fetcher.local(location));
    }
  }

  @Test
  void aPinnedSourceLoadsNothingThatAsks() throws Exception {
    String loaded = OwnJvm.loadedBy(Program.class);
    assertThat(loaded).contains("true", S3Fetcher.class.getName());
    assertThat(loaded)
        .doesNotContain("fetch.s3.credentials", "fetch.s3.aws", "fetch.s3.S3Client")
        .doesNotContain("java.net.HttpURLConnection", "javax.xml");
  }
}
