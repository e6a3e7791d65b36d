package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

  private static final SshHome HOME = new SshHome(Path.of("/home/t"), "local", Optional.empty());
  private static final Optional<Credential> CREDENTIAL =
      Optional.of(new Credential("x", "known", ""));

  @ParameterizedTest
  @ValueSource(strings = {"ProxyCommand nc %h %p", "ProxyJump jump.example.com"})
  void aDetourIsAnErrorWithAdviceAndNeverRuns(String line) {
    InvalidStack failure =
        catchThrowableOfType(InvalidStack.class, () -> login("ssh://h/r", line, CREDENTIAL));
    assertThat(failure).hasMessage("~/.ssh/config reaches h through " + line.split(" ", 2)[0]);
    assertThat(failure.advice())
        .containsExactly(
            "use the https URL of the repository",
            "run this where the host can be reached directly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HostName -oevil", "Port 0", "Port many", "User -l"})
  void theConfigurationIsCheckedAsStrictlyAsTheUrl(String line) {
    assertThat(
            catchThrowableOfType(
                InvalidStack.class, () -> login("ssh://h/r", line, Optional.empty())))
        .hasMessageStartingWith("no usable ");
  }

  @Test
  void theUserOfTheUrlComesBeforeAllOthers() {
    assertThat(login("ssh://git@h/r", "User other", CREDENTIAL).user()).isEqualTo("git");
    assertThat(login("ssh://h/r", "User other", CREDENTIAL).user()).isEqualTo("known");
    assertThat(login("ssh://h/r", "User other", Optional.empty()).user()).isEqualTo("other");
    assertThat(login("ssh://h/r", "", Optional.empty()).user()).isEqualTo("local");
  }

  @Test
  void thePortOfTheUrlComesBeforeTheConfiguration() {
    assertThat(login("ssh://h:7/r", "Port 8", CREDENTIAL).port()).isEqualTo(7);
    assertThat(login("ssh://h/r", "Port 8", CREDENTIAL).port()).isEqualTo(8);
    assertThat(login("ssh://h/r", "", CREDENTIAL).port()).isEqualTo(22);
  }

  @Test
  void aPlaceIsNamedAsUsersNameIt() {
    Login login = login("ssh://git@h:7/r", "HostName real.example.com", CREDENTIAL);
    assertThat(login.place()).isEqualTo("real.example.com:7");
    assertThat(login.commandLine()).isEqualTo("-p 7 git@real.example.com");
    assertThat(login("ssh://git@[::1]/r", "", CREDENTIAL).place()).isEqualTo("[::1]");
  }

  @Test
  void aUserThatCouldBeATokenIsNotShown() {
    Login login = login("ssh://AKIA0123456789@h/r", "", CREDENTIAL);
    assertThat(login.commandLine()).isEqualTo("h");
    assertThat(login.shownUser()).isEqualTo("this user");
  }

  private static Login login(String url, String config, Optional<Credential> credential) {
    SshAddress address = SshAddress.of(url);
    return Login.of(address, credential, UserConfig.parse(config).of(address.host()), HOME);
  }
}
