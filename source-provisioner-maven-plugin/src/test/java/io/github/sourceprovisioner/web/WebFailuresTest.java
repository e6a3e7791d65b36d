package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFailuresTest {

  private static final URI ASKED = URI.create("https://h:8443/a");

  private final WebContext context = new WebContext();
  private final WebFailures failures =
      new WebFailures(context, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), "archive");

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void whoIsNotKnownHearsWhichServerToAdd(int status) {
    ProvisioningException failure = failures.refused(answer(status, ASKED), ASKED);
    assertThat(failure)
        .isInstanceOf(AccessDenied.class)
        .hasMessage("h:8443 refuses access, and no credential is configured for it");
    assertThat(failure.advice())
        .containsExactly(
            "add a <server> with the id h:8443 to settings.xml",
            "check the spelling: many hosts answer so for what does not exist");
  }

  @Test
  void whoIsRefusedHearsWhichCredentialWasShown() {
    known();
    ProvisioningException failure = failures.refused(answer(401, ASKED), ASKED);
    assertThat(failure)
        .isInstanceOf(AccessDenied.class)
        .hasMessage("h:8443 refuses access with the credential of <server> h");
    assertThat(failure.advice())
        .containsExactly(
            "check that the token is valid and may read the archive",
            "check the spelling: many hosts answer so for what does not exist");
  }

  @Test
  void whoWasSentToAnotherHostHearsThatNoCredentialFollows() {
    known();
    URI other = URI.create("https://other/a");
    ProvisioningException failure = failures.refused(answer(401, other), ASKED);
    assertThat(failure)
        .isInstanceOf(AccessDenied.class)
        .hasMessage("other refuses access, and no credential follows a redirect to it");
    assertThat(failure.advice()).containsExactly("ask for the archive under its new URL");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsNotThereMayBePrivate(int status) {
    ProvisioningException failure = failures.refused(answer(status, ASKED), ASKED);
    assertThat(failure).isInstanceOf(SourceNotFound.class).hasMessage("no such archive");
    assertThat(failure.advice())
        .containsExactly("check the URL; a private archive looks the same without a credential");
    known();
    assertThat(failures.refused(answer(status, ASKED), ASKED).advice())
        .containsExactly(
            "check the URL, and that the credential of <server> h may read it: a private archive"
                + " looks the same");
  }

  @ParameterizedTest
  @CsvSource({"429, 2, 2", "503, 'Thu, 01 Jan 1970 00:01:00 GMT', 60", "503, soon, -1", "500,,-1"})
  void aHostInTroubleMaySayWhenToComeBack(int status, String after, long seconds) {
    WebResponse answer =
        new WebResponse(
            status,
            ASKED,
            after == null ? Map.of() : Map.of("retry-after", List.of(after)),
            InputStream.nullInputStream());
    ProvisioningException failure = failures.refused(answer, ASKED);
    assertThat(failure).hasMessage("h:8443 answers with status " + status);
    assertThat(failure.advice()).containsExactly("try again later");
    assertThat(((TransferFailed) failure).retryAfter().map(Duration::toSeconds).orElse(-1L))
        .isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "300, h:8443 redirects to a place that is not followed, ask for the archive under its new URL",
    "400, h:8443 refuses the request with status 400, check the URL of the archive",
    "406, h:8443 refuses the request with status 406, check the URL of the archive",
  })
  void whatElseAHostSaysIsNoReasonToTryAgain(int status, String message, String advice) {
    ProvisioningException failure = failures.refused(answer(status, ASKED), ASKED);
    assertThat(failure).isInstanceOf(SourceNotFound.class).hasMessage(message);
    assertThat(failure.advice()).containsExactly(advice);
  }

  @Test
  void aProxyThatAnswersForTheHostIsMeant() {
    ProvisioningException failure = failures.refused(answer(407, ASKED), ASKED);
    assertThat(failure).isInstanceOf(AccessDenied.class).hasMessageStartingWith("the proxy");
    assertThat(failure.advice())
        .containsExactly("configure it as <proxy> with user name in settings.xml");
  }

  private void known() {
    context.credentials.put(
        Origin.of(ASKED.toString()).orElseThrow(), new Credential("<server> h", "ann", "s3cret"));
  }

  private static WebResponse answer(int status, URI uri) {
    return new WebResponse(status, uri, Map.of(), InputStream.nullInputStream());
  }
}
