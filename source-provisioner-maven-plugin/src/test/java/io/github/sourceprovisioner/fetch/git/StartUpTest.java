package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {

  /** Run in a JVM of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      GitFetcher fetcher = new GitFetcher();
      var location = TestContext.location("https://h/r", "a".repeat(40), "");
      System.out.println(fetcher.pinned(location).isPresent() && !fetcher.local(location));
    }
  }

  @Test
  void aPinnedSourceLoadsNothingOfJGit() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-verbose:class",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Program.class.getName()))
            .redirectErrorStream(true)
            .start();
    String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(loaded).contains("true", GitFetcher.class.getName());
    assertThat(loaded).doesNotContain("org.eclipse.jgit");
  }
}
