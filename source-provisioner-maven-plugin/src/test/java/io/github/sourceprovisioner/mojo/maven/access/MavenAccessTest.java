package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked for a credential, and in which order. */
class MavenAccessTest {

  private static final String GITHUB = "https://github.com/acme/modules.git";

  private Path home = Path.of("");
  private Settings settings = new Settings(Path.of(""));

  @BeforeEach
  void settings(@TempDir Path directory) {
    home = directory;
    settings = new Settings(directory);
  }

  @Test
  void aServerComesBeforeAVariableAndAVariableBeforeNetrc() throws IOException {
    Files.writeString(home.resolve(".netrc"), "machine github.com login me password netrc-secret");
    assertThat(credential(GITHUB)).contains(new Credential("~/.netrc", "me", "netrc-secret"));
    settings.environment.put("GITHUB_TOKEN", "token-secret");
    assertThat(credential(GITHUB))
        .contains(new Credential("the variable GITHUB_TOKEN", "x-access-token", "token-secret"));
    settings.password("github.com", "server-secret");
    assertThat(credential(GITHUB))
        .contains(new Credential("<server> github.com", "build", "server-secret"));
  }

  @Test
  void theServerThatASourceNamesIsTakenWhateverTheHost() {
    settings.password("github.com", "other-secret").password("acme", "named-secret");
    assertThat(named(GITHUB, "acme"))
        .contains(new Credential("<server> acme", "build", "named-secret"));
  }

  @Test
  void aNamedServerThatIsNotThereIsNotReplacedByAnotherCredential() {
    settings.password("github.com", "host-secret").environment.put("GITHUB_TOKEN", "secret");
    assertThatThrownBy(() -> named(GITHUB, "acme"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("there is no <server> with the id acme")
        .asInstanceOf(InstanceOfAssertFactories.type(ProvisioningException.class))
        .extracting(ProvisioningException::advice)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(
            "add <server><id>acme</id>…</server> to settings.xml",
            "remove 'auth', so that the host of the URL decides");
  }

  @Test
  void aNamedServerWithoutASecretIsSaidSo() {
    settings.server("acme", new AuthenticationBuilder());
    assertThatThrownBy(() -> named(GITHUB, "acme"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("the <server> acme holds nothing to show to this host")
        .asInstanceOf(InstanceOfAssertFactories.type(ProvisioningException.class))
        .extracting(ProvisioningException::advice)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("give it a <username> and a <password>, or a <password> that is a token");
  }

  @Test
  void whatNetrcHoldsIsReadWhenItIsAskedForAndNotBefore() throws IOException {
    MavenAccess access = settings.access();
    Files.writeString(home.resolve(".netrc"), "machine a.example.com password late-secret");
    assertThat(access.credential("https://a.example.com/x", Optional.empty()))
        .contains(new Credential("~/.netrc", "", "late-secret"));
  }

  @Test
  void theFileThatNetrcNamesReplacesTheUsualOne() throws IOException {
    Files.writeString(home.resolve(".netrc"), "machine a.example.com login me password usual");
    Path other = Files.writeString(home.resolve("n"), "machine a.example.com password other");
    settings.environment.put("NETRC", other.toString());
    assertThat(credential("https://a.example.com/x"))
        .contains(new Credential("the file that NETRC names", "", "other"));
    settings.environment.put("NETRC", home.resolve("missing").toString());
    assertThat(credential("https://a.example.com/x")).isEmpty();
    settings.environment.put("NETRC", "no\0path");
    assertThat(credential("https://a.example.com/x")).isEmpty();
  }

  @Test
  void whatIsNoUrlWithAHostIsGivenNothing() {
    settings.password("git.example.com", "secret");
    assertThat(credential("file:///srv/git.example.com")).isEmpty();
    assertThat(credential("mvn:git.example.com:a")).isEmpty();
    assertThat(credential("https://git.example.com/a b")).isEmpty();
    assertThat(settings.access().proxy("mvn:git.example.com:a")).isEmpty();
  }

  @Test
  void theSecretIsNotPartOfWhatIsShown() {
    settings.password("git.example.com", "secret");
    assertThat(credential("https://git.example.com/a/b.git").orElseThrow())
        .hasToString("credential of <server> git.example.com");
  }

  @Test
  void programsAreRunForCredentialsOnlyIfTheUserSaysSo() {
    assertThat(settings.access().credentialProgramsAllowed()).isFalse();
    settings.credentialProgramsAllowed = true;
    assertThat(settings.access().credentialProgramsAllowed()).isTrue();
  }

  private Optional<Credential> credential(String url) {
    return settings.access().credential(url, Optional.empty());
  }

  private Optional<Credential> named(String url, String server) {
    return settings.access().credential(url, Optional.of(server));
  }
}
