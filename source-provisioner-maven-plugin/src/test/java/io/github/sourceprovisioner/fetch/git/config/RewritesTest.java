package io.github.sourceprovisioner.fetch.git.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code insteadOf} does. */
class RewritesTest {

  private static final String SECTIONS =
      """
      [url "https://mirror.example.com/"]
        insteadOf = https://github.com/
        insteadOf = gh:
      [url "git@github.com:"]
        insteadOf = https://github.com/private/
      [url "https://other.example.com/"]
        insteadof = https://github.com/
        insteadOf =
        pushInsteadOf = https://gitlab.com/
      """;

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/b.git, https://mirror.example.com/a/b.git",
    "gh:a/b, https://mirror.example.com/a/b",
    "https://github.com/private/b.git, git@github.com:b.git",
    "https://github.com.evil.org/a, https://github.com.evil.org/a",
    "https://gitlab.com/a, https://gitlab.com/a"
  })
  void theLongestPrefixIsReplacedOnce(String url, String expected) throws Exception {
    assertThat(rewrites(SECTIONS).apply(url)).isEqualTo(expected);
  }

  @Test
  void whatWasReplacedIsNotReplacedAgain() throws Exception {
    Rewrites circle = rewrites("[url \"b:\"]\ninsteadOf = a:\n[url \"a:\"]\ninsteadOf = b:\n");
    assertThat(circle.apply("a:x")).isEqualTo("b:x");
  }

  private static Rewrites rewrites(String text) throws ConfigInvalidException {
    Config config = new Config();
    config.fromText(text);
    return Rewrites.of(config);
  }
}
