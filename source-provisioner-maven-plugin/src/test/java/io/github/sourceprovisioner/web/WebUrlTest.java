package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"https://h/a%0ab", "https://h/a%0Db", "https://h/a%00b", "https://h/?a=%7f"})
  void controlCharactersAreRefused(String url) {
    InvalidStack failure = refused(url);
    assertThat(failure).hasMessage("a control character in the URL");
    assertThat(failure.advice()).containsExactly("write it like https://host/path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://-oProxyCommand=x/r", "https:///r", "https:r", "http://h_x/r"})
  void aHostThatIsNoneOrLooksLikeAnOptionIsRefused(String url) {
    InvalidStack failure = refused(url);
    assertThat(failure).hasMessage("no usable host in the URL");
    assertThat(failure.advice()).containsExactly("write it like https://host/path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ann:secret@h/r", "https://token@h/r", "https://-u@h/r"})
  void secretsInTheUrlAreRefused(String url) {
    InvalidStack failure = refused(url);
    assertThat(failure).hasMessage("a user or a password in the URL");
    assertThat(failure.advice()).containsExactly("put them into a <server> of settings.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com/r", "http://127.0.0.1.evil.com/r", "HTTP://h/r"})
  void plainTextBeyondThisMachineIsRefused(String url) {
    InvalidStack failure = refused(url);
    assertThat(failure).hasMessage("http:// can be read and changed by anyone on the way");
    assertThat(failure.advice())
        .containsExactly(
            "use https:// instead", "-Dsource.allowInsecure=true if the network can be trusted");
    assertThatCode(() -> WebUrl.check(URI.create(url), true)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1/r", "http://127.0.0.1/r", "http://[::1]/r", "HTTPS://h/r"})
  void whatNobodyCanReadOnTheWayIsFine(String url) {
    assertThatCode(() -> WebUrl.check(URI.create(url), false)).doesNotThrowAnyException();
    assertThat(WebUrl.isPrivate(URI.create(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/r", "file:///r", "jar:file:/a!/b"})
  void otherSchemesAreNeverOpened(String url) {
    UnknownSource failure =
        catchThrowableOfType(UnknownSource.class, () -> WebUrl.check(URI.create(url), true));
    assertThat(failure.getMessage()).startsWith("hosts are asked over http and https, not over ");
    assertThat(failure.advice()).containsExactly("use an https:// URL");
  }

  @Test
  void aUrlIsCheckedBeforeAnythingIsSent() {
    WebContext context = new WebContext();
    HttpWeb web = new HttpWeb(context, InstantSource.system());
    assertThat(
            catchThrowableOfType(
                InvalidStack.class,
                () -> web.send(WebRequest.get(URI.create("http://example.com/r")))))
        .isNotNull();
    assertThat(context.requests).isEmpty();
  }

  private static InvalidStack refused(String url) {
    return catchThrowableOfType(InvalidStack.class, () -> WebUrl.check(URI.create(url), false));
  }
}
