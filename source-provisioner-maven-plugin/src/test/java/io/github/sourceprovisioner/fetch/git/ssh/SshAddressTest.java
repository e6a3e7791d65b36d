package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://-oProxyCommand=evil/x",
        "ssh://-l@host/x",
        "ssh://%2dl@host/x",
        "ssh://git@host%0aevil/x",
        "ssh://git%0d@host/x",
        "ssh://git@host/a%0ab",
        "ssh://git@host/a\nb",
        "ssh://git@host/a%00b",
        "ssh://git@host/a%zzb",
        "ssh://git@host/a%f",
        "ssh://git@host/%ff",
        "ssh://git:secret@host/x",
        "ssh://git@ho st/x",
        "ssh://git@*/x",
        "ssh://git@host:0/x",
        "ssh://git@host:65536/x",
        "ssh://git@host:999999/x",
        "ssh://git@host:x/y",
        "ssh://git@/x",
        "ssh://git@host/",
        "ssh://git@host",
        "ssh://git@[::1/x",
        "https://host/x",
        "git@host:x"
      })
  void whatCouldMeanSomethingElseIsRefusedWithAdviceAndWithoutSecrets(String url) {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> SshAddress.of(url));
    assertThat(failure.getMessage()).contains("ssh URL").doesNotContain("secret");
    assertThat(failure.advice())
        .containsExactly("write it like ssh://git@host/owner/repository.git");
  }

  @Test
  void aPathThatCouldBeAnOptionIsRefused() {
    assertThat(
            catchThrowableOfType(
                InvalidStack.class,
                () -> new SshAddress(Optional.empty(), "host", Optional.empty(), "-x")))
        .hasMessage("no usable path in the ssh URL of the repository");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ssh://git@host/o/r.git,          git,  host, ,     /o/r.git
          git+ssh://host:2222/o/r.git,     ,     host, 2222, /o/r.git
          SSH+GIT://a%40b@Host:/o/r.git,   a@b,  Host, ,     /o/r.git
          ssh://git@[fe80::1%eth0]:22/r,   git,  fe80::1%eth0, 22, /r
          ssh://git@10.0.0.1/a%20b+c,      git,  10.0.0.1, , /a b+c
          ssh://git@host/~alice/r.git,     git,  host, ,     ~alice/r.git
          ssh://git@host/~/r.git,          git,  host, ,     ~/r.git
          """)
  void aUrlSaysWhereTheRepositoryIs(
      String url, String user, String host, Integer port, String path) {
    assertThat(SshAddress.of(url))
        .isEqualTo(
            new SshAddress(Optional.ofNullable(user), host, Optional.ofNullable(port), path));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          ssh://h/o/r.git,          git-upload-pack '/o/r.git'
          ssh://h/it's$(x)`y`,      git-upload-pack '/it'\\''s$(x)`y`'
          ssh://h/a!b,              git-upload-pack '/a'\\!'b'
          ssh://h/~bob/r,           git-upload-pack '~bob/r'
          """)
  void theCommandIsQuotedForAShell(String url, String command) {
    assertThat(SshAddress.of(url).command()).isEqualTo(command);
  }
}
