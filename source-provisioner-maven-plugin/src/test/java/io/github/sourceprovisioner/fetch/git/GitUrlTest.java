package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.UnknownSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/a\nb",
        "https://h/a\rb",
        "https://h/a%0ab",
        "https://h/a%0Db",
        "https://h/a%00b",
        "file:///a%0ab",
        "https://h\u0000/a"
      })
  void controlCharactersAreRefused(String url) {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> GitUrl.of(url, true));
    assertThat(failure).hasMessage("a control character in the URL of the repository");
    assertThat(failure.advice()).containsExactly("write it like https://host/owner/repository.git");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://-oProxyCommand=x/r", "https://-u@h/r", "https:///r"})
  void aHostOrUserThatLooksLikeAnOptionIsRefused(String url) {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> GitUrl.of(url, true));
    assertThat(failure.getMessage()).contains("URL of the repository");
    assertThat(failure.advice()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"amazon-s3://h/r", "sftp://h/r", "ftp://h/r", "bundle://h/r", "ext::sh", "/tmp/r"})
  void otherTransportsAreNeverOpened(String url) {
    UnknownSource failure = catchThrowableOfType(UnknownSource.class, () -> GitUrl.of(url, true));
    assertThat(failure.getMessage()).startsWith("git repositories are not fetched over ");
    assertThat(failure.advice()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com/r", "git://example.com/r", "http://127.0.0.1.evil.com/r"})
  void plainTextBeyondThisMachineIsRefused(String url) {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> GitUrl.of(url, false));
    assertThat(failure.getMessage()).endsWith(":// can be read and changed by anyone on the way");
    assertThat(failure.advice())
        .containsExactly(
            "use https:// instead", "-Dsource.allowInsecure=true if the network can be trusted");
    assertThat(GitUrl.of(url, true).text()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/r", "http://127.0.0.1/r", "git://[::1]/r"})
  void plainTextWithinThisMachineIsFine(String url) {
    assertThat(GitUrl.of(url, false).text()).isEqualTo(url);
  }

  @Test
  void userInfoIsNotAsked() {
    assertThat(GitUrl.of("HTTPS://ann:secret@Example.com:8443/r.git?a=b", false))
        .isEqualTo(new GitUrl("https://Example.com:8443/r.git?a=b", "https", "example.com", 8443));
  }

  @Test
  void theUserOfSshBelongsToTheUrl() {
    assertThat(GitUrl.of("git+ssh://git@Example.com:2222/r.git", false))
        .isEqualTo(new GitUrl("ssh://git@Example.com:2222/r.git", "ssh", "example.com", 2222));
  }
}
