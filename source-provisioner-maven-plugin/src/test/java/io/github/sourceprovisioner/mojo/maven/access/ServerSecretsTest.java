package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code <server>} may hold, and what is kept back. */
class ServerSecretsTest {

  private static final String HTTPS = "https://h.example.com/a.git";
  private static final String SSH = "ssh://git@h.example.com/a.git";

  private Path home = Path.of("");
  private Settings settings = new Settings(Path.of(""));

  @BeforeEach
  void settings(@TempDir Path directory) {
    home = directory;
    settings = new Settings(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{HV9XjDOQEacH9pOJmymp47tOb+58wiwmJQEb6vBuSlE=}",
        "set by me {HV9XjDOQEacH9pOJmymp47tOb+58wiwmJQEb6vBuSlE=}",
        "{[name=master,cipher=AES/GCM/NoPadding]HV9XjDOQEacH9pOJmymp47tOb+58wiwmJQEb6vBuSlE=}"
      })
  void aPasswordThatMavenCouldNotDecryptIsNotSent(String password) {
    settings.password("h.example.com", password);
    AccessDenied failure = refusal(HTTPS);
    assertThat(failure).hasMessage("the password of <server> h.example.com could not be decrypted");
    assertThat(failure.advice())
        .containsExactly(
            "check the master password in ~/.m2/settings-security.xml",
            "encrypt it again with mvn --encrypt-password");
  }

  @ParameterizedTest
  @CsvSource({
    "${env.GIT_TOKEN}, set the variable GIT_TOKEN",
    "${git.token}, define the property git.token"
  })
  void aPlaceholderThatNothingFilledIsNotSent(String password, String advice) {
    settings.password("h.example.com", password);
    AccessDenied failure = refusal(HTTPS);
    assertThat(failure)
        .hasMessage(
            "the password of <server> h.example.com is " + password + ", which nothing defines");
    assertThat(failure.advice()).containsExactly(advice);
  }

  @Test
  void aLineBreakInAPasswordIsNotSentAndNotShown() {
    settings.password("h.example.com", "one\r\nCookie: secret");
    AccessDenied failure = refusal(HTTPS);
    assertThat(failure)
        .hasMessage(
            "the password of <server> h.example.com holds a line break or another control"
                + " character");
    assertThat(failure.advice())
        .containsExactly("write it in one line, with nothing before and after it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a}", "p{a$b}q", "$w0rd", "${", "{", "a b"})
  void aPasswordMayHaveBracesAndSpaces(String password) {
    settings.password("h.example.com", password);
    assertThat(credential(HTTPS).map(Credential::password)).contains(password);
  }

  @Test
  void aPasswordAloneIsATokenAndAUserAloneIsOneToo() {
    settings.server("h.example.com", new AuthenticationBuilder().addPassword("token"));
    settings.server("i.example.com", new AuthenticationBuilder().addUsername("token"));
    assertThat(credential(HTTPS)).contains(new Credential("<server> h.example.com", "", "token"));
    assertThat(credential("https://i.example.com/"))
        .contains(new Credential("<server> i.example.com", "token", ""));
  }

  @Test
  void aPrivateKeyIsReadForSshAndNotForHttps() throws IOException {
    Files.createDirectory(home.resolve(".ssh"));
    Files.writeString(home.resolve(".ssh/key"), "KEY\n");
    settings.server(
        "h.example.com",
        new AuthenticationBuilder().addUsername("git").addPrivateKey("~/.ssh/key", "phrase"));
    assertThat(credential(HTTPS)).isEmpty();
    assertThat(credential(SSH))
        .contains(
            new Credential(
                "<server> h.example.com", "git", "", Optional.of("KEY\n"), Optional.of("phrase")));
  }

  @ParameterizedTest
  @CsvSource({"missing, is no file", "., is no file", "long, is too long for a key"})
  void aPrivateKeyThatCannotBeReadIsNamed(String path, String why) throws IOException {
    Files.writeString(home.resolve("long"), "x".repeat(64 * 1024 + 1));
    settings.server("h.example.com", new AuthenticationBuilder().addPrivateKey(path, "phrase"));
    AccessDenied failure = refusal(SSH);
    assertThat(failure)
        .hasMessage("the private key of <server> h.example.com " + why + ": " + path);
    assertThat(failure.advice())
        .contains("check <privateKey> in settings.xml: the path of a file that only you can read");
  }

  @Test
  void anAuthorizationHeaderIsTheCredentialThatItStandsFor() {
    settings.header("h.example.com", "Bearer t0ken").header("i.example.com", "Basic bWU6czpj");
    assertThat(credential(HTTPS)).contains(new Credential("<server> h.example.com", "", "t0ken"));
    assertThat(credential("https://i.example.com/"))
        .contains(new Credential("<server> i.example.com", "me", "s:c"));
    assertThat(credential(SSH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digest abc", "Basic !", "Basic bm9jb2xvbg==", "token", ""})
  void aHeaderOfAnotherKindIsNoCredential(String header) {
    settings.header("h.example.com", header);
    assertThat(credential(HTTPS)).isEmpty();
  }

  private AccessDenied refusal(String url) {
    return catchThrowableOfType(AccessDenied.class, () -> credential(url));
  }

  private Optional<Credential> credential(String url) {
    return settings.access().credential(url, Optional.empty());
  }
}
