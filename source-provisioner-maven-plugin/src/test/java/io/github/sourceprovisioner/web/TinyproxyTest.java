package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.server.Tinyproxy;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a proxy that people run, to hosts with and without TLS: row E12 of the faults. */
class TinyproxyTest {

  private static final Credential ANN = new Credential("<server> host", "ann", "for-the-host");

  private final WebContext context = new WebContext();
  private Tinyproxy proxy;
  private PrivateAuthority authority;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    proxy = Tinyproxy.start(directory);
    authority = new PrivateAuthority(directory);
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theProxyIsShownItsCredentialAndTheHostItsOwn(boolean tls) throws Exception {
    try (TestHost host = host(tls)) {
      through(Tinyproxy.PASSWORD, host);
      assertThat(status(host)).isEqualTo(200);
      assertThat(proxy.log()).contains((tls ? "CONNECT " : "GET ") + authority(host, tls));
      assertThat(host.headers.get(0)).doesNotContainKey("Proxy-authorization");
      assertThat(host.asked).singleElement().asString().contains("Basic ");
    }
  }

  /** Without a tunnel, this proxy says no in the name of the host, and nobody can tell. */
  @Test
  void aWrongPasswordIsNamedAndTheHostIsNotAsked() throws Exception {
    try (TestHost host = host(true)) {
      through("wrong", host);
      AccessDenied failure = catchThrowableOfType(AccessDenied.class, () -> status(host));
      assertThat(failure)
          .hasMessageEndingWith("refuses access with the credential of <proxy> corp");
      assertThat(failure.advice())
          .containsExactly("check user name and password of the <proxy> in settings.xml");
      assertThat(host.asked).isEmpty();
    }
  }

  private void through(String password, TestHost host) {
    Credential pat = new Credential("<proxy> corp", Tinyproxy.USER, password);
    context.proxy = Optional.of(new ProxyServer("127.0.0.1", proxy.port(), Optional.of(pat)));
    context.own = Optional.of(ANN);
    context.credentials.put(Origin.of(host.url("/")).orElseThrow(), ANN);
  }

  private int status(TestHost host) throws Exception {
    HttpWeb web = new HttpWeb(context, InstantSource.system(), Trust.jvmAnd(authority.pem()));
    try (WebResponse response = web.send(WebRequest.get(host.uri("/a")))) {
      return response.status();
    }
  }

  private TestHost host(boolean tls) throws Exception {
    return tls
        ? new TestHost(
            authority.server("server", "ip:127.0.0.1", "-0d"), request -> TestHost.Reply.ok())
        : new TestHost(request -> TestHost.Reply.ok());
  }

  private static String authority(TestHost host, boolean tls) {
    String at = "127.0.0.1:" + host.port();
    return tls ? at : "http://" + at + "/a";
  }
}
