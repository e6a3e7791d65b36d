package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.web.TestHost.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialTest {

  private static final Credential ANN = new Credential("<server> h", "ann", "s3cret");
  private static final Credential TOKEN = new Credential("a variable", "", "t0ken");
  private static final String BASIC = basic("ann:s3cret");
  private static final String CHALLENGE = "Basic realm=\"git\"";

  private final WebContext context = new WebContext();
  private final HttpWeb web = new HttpWeb(context, InstantSource.system());

  @Test
  void aCredentialIsShownWhenTheHostAsksAndThenAtOnce() throws Exception {
    try (TestHost host = asking(CHALLENGE, BASIC)) {
      context.credentials.put(origin(host), ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(200);
      assertThat(get(host.uri("/b"))).isEqualTo(200);
      assertThat(host.asked).containsExactly("GET /a", "GET /a " + BASIC, "GET /b " + BASIC);
    }
    assertThat(context.requests).hasSize(3);
    assertThat(context.notes).containsExactly("with the credential of <server> h");
  }

  @Test
  void theCredentialOfTheLocationIsShownAtOnce() throws Exception {
    try (TestHost host = asking(CHALLENGE, BASIC)) {
      own(host, ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(200);
      assertThat(host.asked).containsExactly("GET /a " + BASIC);
    }
  }

  @Test
  void aCredentialThatIsRefusedIsNeverShownAgain() throws Exception {
    try (TestHost host = asking(CHALLENGE, "another")) {
      own(host, ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(401);
      assertThat(get(host.uri("/a"))).isEqualTo(401);
      assertThat(host.asked).containsExactly("GET /a " + BASIC, "GET /a");
    }
  }

  @Test
  void aCredentialThatIsRefusedWhenAskedForIsNeverShownAgain() throws Exception {
    try (TestHost host = asking(CHALLENGE, "another")) {
      context.credentials.put(origin(host), ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(401);
      assertThat(get(host.uri("/a"))).isEqualTo(401);
      assertThat(host.asked).containsExactly("GET /a", "GET /a " + BASIC, "GET /a");
    }
  }

  @Test
  void aTokenIsShownAsTheHostLikes() throws Exception {
    try (TestHost bearer = asking("Basic realm=x, Bearer realm=x", "Bearer t0ken");
        TestHost plain = asking(CHALLENGE, basic(":t0ken"))) {
      own(bearer, TOKEN);
      own(plain, TOKEN);
      assertThat(get(bearer.uri("/a"))).isEqualTo(200);
      assertThat(get(plain.uri("/a"))).isEqualTo(200);
      assertThat(bearer.asked).containsExactly("GET /a", "GET /a Bearer t0ken");
    }
  }

  @Test
  void aPasswordIsNoTokenAndIsNotShownToAHostThatWantsOne() throws Exception {
    try (TestHost host = asking("Bearer realm=\"https://auth\"", "Bearer x")) {
      context.credentials.put(origin(host), ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(401);
      assertThat(host.asked).containsExactly("GET /a");
    }
  }

  @Test
  void aTokenThatCannotBeSentIsNotShownToAnybody() throws Exception {
    try (TestHost host = asking("Bearer", "x")) {
      own(host, new Credential("a variable", "", "t0\nken"));
      AccessDenied failure = catchThrowableOfType(AccessDenied.class, () -> get(host.uri("/a")));
      assertThat(failure).hasMessage("the token of a variable has characters that cannot be sent");
      assertThat(failure.advice()).containsExactly("check it for line ends and spaces");
    }
  }

  @Test
  void noCredentialFollowsARedirectToAnotherOrigin() throws Exception {
    try (TestHost other = asking(CHALLENGE, BASIC);
        TestHost host = new TestHost(r -> Reply.redirect(302, other.url("/b")))) {
      own(host, ANN);
      context.credentials.put(origin(other), ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(401);
      assertThat(host.asked).containsExactly("GET /a " + BASIC);
      assertThat(other.asked).containsExactly("GET /b");
    }
  }

  @Test
  void noCredentialFollowsARedirectToAnotherNameOfTheHost() throws Exception {
    try (TestHost host =
        new TestHost(
            r ->
                r.getRequestURI().getPath().equals("/a")
                    ? Reply.redirect(
                        302, "http://localhost:" + r.getLocalAddress().getPort() + "/b")
                    : Reply.ok())) {
      own(host, ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(200);
      assertThat(host.asked).containsExactly("GET /a " + BASIC, "GET /b");
    }
  }

  @Test
  void aCredentialStaysWithARedirectWithinTheOrigin() throws Exception {
    try (TestHost host =
        new TestHost(
            r ->
                r.getRequestURI().getPath().equals("/a")
                    ? Reply.redirect(302, "/b")
                    : Reply.ok())) {
      own(host, ANN);
      assertThat(get(host.uri("/a"))).isEqualTo(200);
      assertThat(host.asked).containsExactly("GET /a " + BASIC, "GET /b " + BASIC);
    }
  }

  @Test
  void aRequestWithItsOwnAuthorizationShowsNothingElse() throws Exception {
    try (TestHost host = asking(CHALLENGE, "signed")) {
      own(host, ANN);
      try (WebResponse response =
          web.send(WebRequest.get(host.uri("/a")).with("Authorization", "other"))) {
        assertThat(response.status()).isEqualTo(401);
      }
      assertThat(host.asked).containsExactly("GET /a other");
    }
  }

  private int get(URI uri) throws IOException, InterruptedException {
    try (WebResponse response = web.send(WebRequest.get(uri))) {
      return response.status();
    }
  }

  private void own(TestHost host, Credential credential) {
    context.own = Optional.of(credential);
    context.credentials.put(origin(host), credential);
  }

  private static TestHost asking(String challenge, String expected) throws IOException {
    return new TestHost(
        r ->
            expected.equals(r.getRequestHeaders().getFirst("Authorization"))
                ? Reply.ok()
                : Reply.whoAreYou(challenge));
  }

  private static Origin origin(TestHost host) {
    return Origin.of(host.url("/")).orElseThrow();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
