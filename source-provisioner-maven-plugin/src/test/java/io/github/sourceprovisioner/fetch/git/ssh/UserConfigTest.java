package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserConfigTest {

  private static final HostSettings NOTHING =
      new HostSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Optional.empty(),
          Optional.empty());

  @Test
  void aFileThatCannotBeReadIsNamedWithAdvice(@TempDir Path directory) {
    AccessDenied failure =
        catchThrowableOfType(AccessDenied.class, () -> UserConfig.read(directory));
    assertThat(failure).hasMessage("the ssh configuration " + directory + " cannot be read");
    assertThat(failure.advice()).containsExactly("make it a file that you may read");
  }

  @Test
  void aFileThatIsNotThereSaysNothing(@TempDir Path directory) {
    assertThat(UserConfig.read(directory.resolve("config")).of("host")).isEqualTo(NOTHING);
  }

  @Test
  void whatWeakensRunsOrLeadsElsewhereDoesNotCount() {
    UserConfig config =
        UserConfig.parse(
            """
            Host *
              StrictHostKeyChecking no
              UserKnownHostsFile /dev/null
              Include /etc/evil
              PKCS11Provider /tmp/evil.so
            Match host h exec "touch /tmp/x"
              HostName evil.example.com
            nonsense
            """);
    assertThat(config.of("h")).isEqualTo(NOTHING);
  }

  @Test
  void theFirstValueWinsAndIdentityFilesAddUp() {
    HostSettings settings =
        UserConfig.parse(
                """
                IdentityFile ~/.ssh/first
                # a comment
                Host git.* !git.evil.*
                  hostname = %h.internal
                  Port 2222
                  User git
                  IdentityFile "~/.ssh/second key"
                  IdentitiesOnly yes
                  IdentityAgent none
                Host *
                  User nobody
                  Port 1
                Match all
                  IdentityFile third
                """)
            .of("git.example.com");
    assertThat(settings)
        .isEqualTo(
            new HostSettings(
                Optional.of("git.example.com.internal"),
                Optional.of("2222"),
                Optional.of("git"),
                List.of("~/.ssh/first", "~/.ssh/second key", "third"),
                true,
                Optional.of("none"),
                Optional.empty()));
  }

  @Test
  void aSectionIsForItsHostsOnly() {
    UserConfig config =
        UserConfig.parse("Host a? *.example.com !x.example.com\n  User git\n  ProxyJump jump");
    assertThat(config.of("ab").user()).hasValue("git");
    assertThat(config.of("Y.Example.com").detour()).hasValue("ProxyJump");
    assertThat(config.of("x.example.com")).isEqualTo(NOTHING);
    assertThat(config.of("abc")).isEqualTo(NOTHING);
  }
}
