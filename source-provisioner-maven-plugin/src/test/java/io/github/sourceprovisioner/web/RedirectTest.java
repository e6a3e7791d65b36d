package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.web.TestHost.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  private final WebContext context = new WebContext();
  private final HttpWeb web = new HttpWeb(context, InstantSource.system());

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowed(int status) throws Exception {
    try (TestHost host = redirecting(status, "/b?x=1#part");
        WebResponse response = web.send(WebRequest.get(host.uri("/a")))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.uri()).isEqualTo(host.uri("/b?x=1"));
      assertThat(response.body().readAllBytes()).hasSize(5);
      assertThat(host.asked).containsExactly("GET /a", "GET /b?x=1");
    }
    assertThat(context.requests).hasSize(2);
    assertThat(context.ends).containsExactly("completed", "completed");
    assertThat(context.notes).singleElement().asString().startsWith("redirected to http://127");
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, 'hosts are asked over http and https, not over file'",
    "jar:file:/a!/b, 'hosts are asked over http and https, not over jar'",
    "ftp://127.0.0.1/b, 'hosts are asked over http and https, not over ftp'",
    "http://example.com/b, http:// can be read and changed by anyone on the way",
    "http://ann:secret@127.0.0.1/b, a user or a password in the URL",
    "/b%0ac, a control character in the URL",
    "http://-oProxy/b, no usable host in the URL",
    "/b c, its URL is malformed",
  })
  void aRedirectIsCheckedAsStrictlyAsWhatAUserWrites(String location, String why) throws Exception {
    try (TestHost host = redirecting(302, location)) {
      SourceNotFound failure = refused(WebRequest.get(host.uri("/a")));
      assertThat(failure)
          .hasMessage(
              "127.0.0.1:" + host.port() + " redirects to a place that is not followed: " + why);
      assertThat(failure.advice()).containsExactly("ask for the source under its new URL");
      assertThat(host.asked).hasSize(1);
    }
  }

  @Test
  void aCircleIsLeft() throws Exception {
    try (TestHost host =
        new TestHost(
            r -> Reply.redirect(302, r.getRequestURI().getPath().equals("/a") ? "/b" : "/a"))) {
      assertThat(refused(WebRequest.get(host.uri("/a")))).hasMessageEndingWith("in a circle");
      assertThat(host.asked).containsExactly("GET /a", "GET /b");
    }
  }

  @Test
  void tenRedirectsAreFollowedAndNotOneMore() throws Exception {
    try (TestHost host = counting(10);
        WebResponse response = web.send(WebRequest.get(host.uri("/0")))) {
      assertThat(response.uri().getPath()).isEqualTo("/10");
    }
    try (TestHost host = counting(11)) {
      assertThat(refused(WebRequest.get(host.uri("/0"))))
          .hasMessageEndingWith("more than 10 redirects");
      assertThat(host.asked).hasSize(11);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void whatWasSentIsSentAgainWithinTheOrigin(int status) throws Exception {
    try (TestHost host = redirecting(status, "/b");
        WebResponse response = web.send(post(host, "/a"))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(host.asked).containsExactly("POST /a", "POST /b");
      assertThat(host.bodies).containsExactly("want", "want");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void whatWasSentIsNotSentElsewhere(int status) throws Exception {
    try (TestHost host = redirecting(status, "/b")) {
      assertThat(refused(post(host, "/a")))
          .hasMessageEndingWith("what was sent is not sent elsewhere");
      assertThat(host.asked).containsExactly("POST /a");
    }
  }

  @Test
  void whatWasSentIsNotSentToAnotherOrigin() throws Exception {
    try (TestHost other = new TestHost(r -> Reply.ok());
        TestHost host = redirecting(308, other.url("/b"))) {
      assertThat(refused(post(host, "/a"))).hasMessageContaining("not sent elsewhere");
      assertThat(other.asked).isEmpty();
    }
  }

  @Test
  void anotherOriginHearsNothingThatCouldBeASecret() throws Exception {
    try (TestHost other = new TestHost(r -> Reply.ok());
        TestHost host = redirecting(302, other.url("/b"));
        WebResponse response =
            web.send(
                WebRequest.get(host.uri("/a"))
                    .with("Authorization", "Signed secret")
                    .with("Private-Token", "secret")
                    .with("Git-Protocol", "version=2"))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(host.headers.get(0)).containsKeys("Authorization", "Private-token");
      assertThat(other.headers.get(0)).doesNotContainKeys("Authorization", "Private-token");
      assertThat(other.headers.get(0)).containsKey("Git-protocol");
    }
  }

  @Test
  void aRedirectThatLeadsNowhereIsTheAnswer() throws Exception {
    try (TestHost host = new TestHost(r -> new Reply(302, "X-Other", "value"));
        WebResponse response = web.send(WebRequest.get(host.uri("/a")))) {
      assertThat(response.status()).isEqualTo(302);
    }
  }

  @Test
  void aNameInAnotherScriptIsAskedForInTheFormOfUris() throws Exception {
    try (TestHost host = new TestHost(r -> Reply.ok());
        WebResponse response = web.send(WebRequest.get(host.uri("/caf\u00e9")))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(host.asked).containsExactly("GET /caf%C3%A9");
    }
  }

  private SourceNotFound refused(WebRequest request) {
    return catchThrowableOfType(SourceNotFound.class, () -> web.send(request));
  }

  private static WebRequest post(TestHost host, String path) {
    return WebRequest.post(host.uri(path), "text/plain", "want".getBytes(StandardCharsets.UTF_8));
  }

  private static TestHost redirecting(int status, String to) throws IOException {
    return new TestHost(
        r -> r.getRequestURI().getPath().equals("/a") ? Reply.redirect(status, to) : Reply.ok());
  }

  private static TestHost counting(int last) throws IOException {
    return new TestHost(
        r -> {
          int here = Integer.parseInt(r.getRequestURI().getPath().substring(1));
          return here == last ? Reply.ok() : Reply.redirect(302, "/" + (here + 1));
        });
  }
}
