package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.OwnJvm;
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
    String loaded = OwnJvm.loadedBy(Program.class);
    assertThat(loaded).contains("true", GitFetcher.class.getName());
    assertThat(loaded).doesNotContain("org.eclipse.jgit");
  }
}
