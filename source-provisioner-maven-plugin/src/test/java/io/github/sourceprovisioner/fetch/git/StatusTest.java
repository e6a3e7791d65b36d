package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are worth another attempt, and which places a host may send us to. */
@Timeout(60)
class StatusTest {

  private Client client;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    client = new Client(root);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aHostThatIsInTroubleIsAskedAgain(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http(status + " S", "sorry"))) {
      assertThat(client.failure(TransferFailed.class, server.url("r.git"), "v1"))
          .hasMessage("127.0.0.1:%d answers with status %d", server.port(), status);
      assertThat(server.requests()).as("by whoever called, not by the fetcher").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aHostThatRefusesIsNotAskedAgain(int status) throws Exception {
    Script refusal = Script.http(status + " S", "", "WWW-Authenticate: Basic realm=\"x\"");
    try (ScriptedServer server = ScriptedServer.start(refusal)) {
      assertThat(client.failure(AccessDenied.class, server.url("r.git"), "v1"))
          .hasMessageStartingWith("127.0.0.1:%d refuses access", server.port());
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 418})
  void aHostThatHasNothingIsNotAskedAgain(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http(status + " S", ""))) {
      ProvisioningException failure =
          client.failure(SourceNotFound.class, server.url("r.git"), "v1");
      assertThat(failure.advice()).isNotEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "file:/etc",
        "jar:file:/x.jar!/r.git",
        "ftp://127.0.0.1/r.git/info/refs?service=git-upload-pack",
        "ssh://127.0.0.1/r.git/info/refs?service=git-upload-pack",
        "ext::sh -c id",
      })
  void aRedirectToAnotherSchemeIsNotFollowed(String place) throws Exception {
    Script redirect = Script.http("302 Found", "", "Location: " + place);
    try (ScriptedServer server = ScriptedServer.start(redirect)) {
      ProvisioningException failure =
          client.failure(ProvisioningException.class, server.url("r.git"), "v1");
      assertThat(failure).isNotInstanceOf(TransferFailed.class);
      assertThat(failure.advice()).isNotEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void redirectsThatGoInCirclesEnd() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            wire -> {
              String path = wire.request().split(" ", 3)[1];
              wire.send(
                  "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: "
                      + path
                      + "\r\n\r\n");
            })) {
      ProvisioningException failure =
          client.failure(SourceNotFound.class, server.url("r.git"), "v1");
      assertThat(failure)
          .hasMessage(
              "127.0.0.1:%d redirects to a place that is not followed: it leads in a circle",
              server.port());
      assertThat(failure.advice()).containsExactly("ask for the source under its new URL");
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(11);
    }
  }
}
