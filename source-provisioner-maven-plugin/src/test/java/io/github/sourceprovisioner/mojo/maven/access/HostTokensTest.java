package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token of the environment goes to its host, and to nobody else. */
class HostTokensTest {

  @ParameterizedTest
  @CsvSource({
    "GITHUB_TOKEN, https://github.com/a/b.git, x-access-token",
    "GH_TOKEN, https://GitHub.com:443/a/b.git, x-access-token",
    "GITLAB_TOKEN, https://gitlab.com/a/b.git, oauth2",
    "BITBUCKET_TOKEN, https://bitbucket.org/a/b.git, x-token-auth"
  })
  void theHostIsGivenItsToken(String variable, String url, String user) {
    assertThat(token(url, Map.of(variable, "t0ken\n")))
        .contains(new Credential("the variable " + variable, user, "t0ken"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://github.com/a/b.git",
        "ssh://git@github.com/a/b.git",
        "https://github.com:8443/a/b.git",
        "https://api.github.com/a/b.git",
        "https://raw.githubusercontent.com/a",
        "https://ghcr.io/a/b",
        "https://github.com.evil.org/a/b.git",
        "https://evilgithub.com/a/b.git",
        "https://bitbucket.com/a/b.git",
        "https://gitlab.example.com/a/b.git"
      })
  void nobodyElseIsGivenIt(String url) {
    Map<String, String> all =
        Map.of("GITHUB_TOKEN", "s", "GH_TOKEN", "s", "GITLAB_TOKEN", "s", "BITBUCKET_TOKEN", "s");
    assertThat(token(url, all)).isEmpty();
  }

  @Test
  void theVariableOfTheCommandLineToolComesFirstUnlessItIsBlank() {
    String url = "https://github.com/a/b.git";
    assertThat(token(url, Map.of("GITHUB_TOKEN", "a", "GH_TOKEN", "b")).orElseThrow().password())
        .isEqualTo("b");
    assertThat(token(url, Map.of("GITHUB_TOKEN", "a", "GH_TOKEN", " ")).orElseThrow().password())
        .isEqualTo("a");
  }

  @Test
  void anEnterpriseTokenIsForTheHostThatIsNamed() {
    Map<String, String> environment =
        Map.of("GH_HOST", "Git.Corp.example", "GH_ENTERPRISE_TOKEN", "e", "GITHUB_TOKEN", "g");
    assertThat(token("https://git.corp.example/a", environment))
        .contains(new Credential("the variable GH_ENTERPRISE_TOKEN", "x-access-token", "e"));
    assertThat(token("https://other.corp.example/a", environment)).isEmpty();
    assertThat(token("https://github.com/a", environment).orElseThrow().password()).isEqualTo("g");
  }

  @Test
  void aTokenOfTwoLinesIsNotSent() {
    assertThatThrownBy(() -> token("https://github.com/a", Map.of("GH_TOKEN", "a\nb")))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(
            "the value of the variable GH_TOKEN holds a line break or another control character");
  }

  private static Optional<Credential> token(String url, Map<String, String> environment) {
    return Place.of(url).flatMap(new HostTokens(environment)::of);
  }
}
