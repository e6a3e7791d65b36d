package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.TestHost.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  private static PrivateAuthority authority;

  private final WebContext context = new WebContext();

  @BeforeAll
  static void found(@TempDir Path directory) throws Exception {
    authority = new PrivateAuthority(directory);
  }

  @Test
  void aHostOfAnUnknownAuthorityIsTrustedOnlyWithItsAuthority() throws Exception {
    try (TestHost host =
        new TestHost(authority.server("good", "ip:127.0.0.1", "-0d"), r -> Reply.ok())) {
      assertThat(web(Trust.jvmAnd(authority.pem())).send(get(host)).status()).isEqualTo(200);
      TransferFailed failure = failure(host, Trust.jvm());
      assertThat(failure).hasMessage("no trusted connection to 127.0.0.1:" + host.port());
      assertThat(failure.advice())
          .containsExactly("add its certificate authority to the trust store of the JVM");
    }
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    try (TestHost host =
        new TestHost(authority.server("old", "ip:127.0.0.1", "-9d"), r -> Reply.ok())) {
      TransferFailed failure = failure(host, Trust.jvmAnd(authority.pem()));
      assertThat(failure)
          .hasMessage("the certificate of 127.0.0.1:" + host.port() + " is not valid at this time");
      assertThat(failure.advice())
          .containsExactly("check the clock of this machine, or have the certificate renewed");
      assertThat(host.asked).isEmpty();
    }
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    try (TestHost host =
        new TestHost(authority.server("other", "dns:other.example", "-0d"), r -> Reply.ok())) {
      TransferFailed failure = failure(host, Trust.jvmAnd(authority.pem()));
      assertThat(failure)
          .hasMessage("the certificate of 127.0.0.1:" + host.port() + " does not fit this host");
      assertThat(failure.advice())
          .containsExactly("ask for the name that stands in the certificate");
      assertThat(host.asked).isEmpty();
    }
  }

  @Test
  void aHostThatSpeaksNoTlsIsRefused() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(line -> line.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      TransferFailed failure =
          catchThrowableOfType(
              TransferFailed.class,
              () ->
                  web(Trust.jvm())
                      .send(WebRequest.get(URI.create("https://127.0.0.1:" + server.port()))));
      assertThat(failure).hasMessage("no secure connection to 127.0.0.1:" + server.port());
      assertThat(failure.advice())
          .containsExactly("check that TLS 1.2 or later is spoken at this port");
    }
  }

  @Test
  void noRedirectLeadsFromHttpsToHttp() throws Exception {
    try (TestHost plain = new TestHost(r -> Reply.ok());
        TestHost host =
            new TestHost(
                authority.server("redirecting", "ip:127.0.0.1", "-0d"),
                r -> Reply.redirect(302, plain.url("/b")))) {
      context.insecureAllowed = true;
      assertThat(
              catchThrowableOfType(
                  SourceNotFound.class, () -> web(Trust.jvmAnd(authority.pem())).send(get(host))))
          .hasMessageEndingWith("not followed: from https to http");
      assertThat(plain.asked).isEmpty();
    }
  }

  @Test
  void aFileWithoutCertificatesIsNoTrust(@TempDir Path directory) throws Exception {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    for (Path file : new Path[] {empty, directory.resolve("missing.pem")}) {
      InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> Trust.jvmAnd(file));
      assertThat(failure).hasMessage("no certificate authority can be read from " + file);
      assertThat(failure.advice()).containsExactly("name a file with certificates in PEM form");
    }
  }

  private TransferFailed failure(TestHost host, Trust trust) {
    return catchThrowableOfType(TransferFailed.class, () -> web(trust).send(get(host)));
  }

  private HttpWeb web(Trust trust) {
    return new HttpWeb(context, InstantSource.system(), trust);
  }

  private static WebRequest get(TestHost host) {
    return WebRequest.get(host.uri("/a"));
  }
}
