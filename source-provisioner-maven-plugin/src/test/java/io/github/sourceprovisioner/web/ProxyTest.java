package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.web.TestHost.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {

  private static final Credential PAT = new Credential("<proxy> corp", "pat", "prox1");
  private static final Credential ANN = new Credential("<server> h", "ann", "s3cret");
  private static final String FOR_PROXY = Authorization.basic(PAT);
  private static final String FOR_HOST = Authorization.basic(ANN);

  private static Trust trust;
  private static SSLContext certificate;

  private final WebContext context = new WebContext();

  @BeforeAll
  static void found(@TempDir Path directory) throws Exception {
    PrivateAuthority authority = new PrivateAuthority(directory);
    trust = Trust.jvmAnd(authority.pem());
    certificate = authority.server("server", "ip:127.0.0.1", "-0d");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theProxyIsShownItsCredentialAndTheHostItsOwn(boolean tls) throws Exception {
    try (TestProxy proxy = new TestProxy(FOR_PROXY);
        TestHost host = host(tls)) {
      use(proxy, Optional.of(PAT));
      own(host);
      assertThat(status(host)).isEqualTo(200);
      assertThat(proxy.heads.get(0)).contains("Proxy-Authorization: " + FOR_PROXY);
      assertThat(host.asked).singleElement().asString().endsWith("/a " + FOR_HOST);
      assertThat(host.headers.get(0)).doesNotContainKey("Proxy-authorization");
      assertThat(tls && proxy.heads.get(0).contains(FOR_HOST)).isFalse();
      assertThat(context.notes).contains("through the proxy 127.0.0.1:" + proxy.port());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProxyThatWantsNothingIsShownNothing(boolean tls) throws Exception {
    try (TestProxy proxy = new TestProxy("");
        TestHost host = host(tls)) {
      use(proxy, Optional.empty());
      assertThat(status(host)).isEqualTo(200);
      assertThat(proxy.heads.get(0)).doesNotContain("Proxy-Authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProxyThatRefusesTheCredentialIsNamedWithIt(boolean tls) throws Exception {
    try (TestProxy proxy = new TestProxy("another");
        TestHost host = host(tls)) {
      use(proxy, Optional.of(PAT));
      AccessDenied failure = catchThrowableOfType(AccessDenied.class, () -> status(host));
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + proxy.port()
                  + " refuses access with the credential of <proxy> corp");
      assertThat(failure.advice())
          .containsExactly("check user name and password of the <proxy> in settings.xml");
      assertThat(host.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProxyThatWantsACredentialIsNotShownThatOfTheHost(boolean tls) throws Exception {
    try (TestProxy proxy = new TestProxy(FOR_PROXY);
        TestHost host = host(tls)) {
      use(proxy, Optional.empty());
      AccessDenied failure = catchThrowableOfType(AccessDenied.class, () -> status(host));
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + proxy.port()
                  + " refuses access, and no credential is configured for it");
      assertThat(failure.advice())
          .containsExactly("configure it as <proxy> with user name in settings.xml");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProxyThatDoesNotAnswerIsToBlameAndNotTheHost(boolean tls) throws Exception {
    try (TestHost host = host(tls)) {
      TestProxy gone = new TestProxy("");
      gone.close();
      use(gone, tls ? Optional.of(PAT) : Optional.empty());
      TransferFailed failure = catchThrowableOfType(TransferFailed.class, () -> status(host));
      assertThat(failure).hasMessage("the proxy 127.0.0.1:" + gone.port() + " cannot be reached");
      assertThat(failure.advice())
          .containsExactly("check the <proxy> in settings.xml, or -Dhttps.proxyHost");
    }
  }

  @Test
  void aProxyThatForbidsATunnelIsToBlame() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering("HTTP/1.1 403 Forbidden\r\n\r\n");
        TestHost host = host(true)) {
      context.proxy = Optional.of(new ProxyServer("127.0.0.1", proxy.port(), Optional.of(PAT)));
      TransferFailed failure = catchThrowableOfType(TransferFailed.class, () -> status(host));
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:%d answers with status 403 for 127.0.0.1:%d"
                  .formatted(proxy.port(), host.port()));
      assertThat(failure.advice())
          .containsExactly(
              "check that the proxy may reach this host, or add it to <nonProxyHosts>");
    }
  }

  @Test
  void aProxyMayRefuseATunnelInTheWordsOfAHost() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering("HTTP/1.0 401 Unauthorized\r\n\r\n");
        TestHost host = host(true)) {
      context.proxy = Optional.of(new ProxyServer("127.0.0.1", proxy.port(), Optional.of(PAT)));
      AccessDenied failure = catchThrowableOfType(AccessDenied.class, () -> status(host));
      assertThat(failure).hasMessageEndingWith("with the credential of <proxy> corp");
      assertThat(failure.advice())
          .containsExactly("check user name and password of the <proxy> in settings.xml");
    }
  }

  @Test
  void withoutAProxyOfItsOwnTheContextLeavesTheChoiceToTheJvm() {
    URI uri = URI.create("https://example.com/a");
    String before = System.getProperty("https.proxyHost", "");
    try {
      System.setProperty("https.proxyHost", "proxy.example");
      assertThat(ProxyRoute.to(uri, context).name()).contains("proxy.example:443");
      assertThat(ProxyRoute.to(URI.create("https://localhost/a"), context).name()).isEmpty();
      context.proxy = Optional.of(new ProxyServer("other.example", 3128, Optional.empty()));
      assertThat(ProxyRoute.to(uri, context).name()).contains("other.example:3128");
    } finally {
      if (before.isEmpty()) {
        System.clearProperty("https.proxyHost");
      } else {
        System.setProperty("https.proxyHost", before);
      }
    }
  }

  private int status(TestHost host) throws Exception {
    HttpWeb web = new HttpWeb(context, InstantSource.system(), trust);
    try (WebResponse response = web.send(WebRequest.get(host.uri("/a")))) {
      return response.status();
    }
  }

  private void use(TestProxy proxy, Optional<Credential> credential) {
    context.proxy = Optional.of(new ProxyServer("127.0.0.1", proxy.port(), credential));
  }

  private void own(TestHost host) {
    context.own = Optional.of(ANN);
    context.credentials.put(Origin.of(host.url("/")).orElseThrow(), ANN);
  }

  private static TestHost host(boolean tls) throws IOException {
    return tls ? new TestHost(certificate, r -> Reply.ok()) : new TestHost(r -> Reply.ok());
  }
}
