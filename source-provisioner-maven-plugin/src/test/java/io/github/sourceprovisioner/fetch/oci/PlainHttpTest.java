package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry beyond this machine, which a proxy plays. */
class PlainHttpTest {

  /** Opens the tunnel, and then does not speak TLS. */
  private static final Script PLAIN =
      wire -> {
        wire.request();
        wire.send("HTTP/1.1 200 OK\r\n\r\n");
        wire.hear(100);
        wire.send("HTTP/1.1 400 Bad Request\r\n\r\n");
      };

  private ScriptedArtifact artifact;
  private Client client;

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    artifact = new ScriptedArtifact(directory);
    client = new Client(directory.resolve("client"));
  }

  private void through(ScriptedServer proxy) {
    client.context.proxy =
        Optional.of(new ProxyServer("127.0.0.1", proxy.port(), Optional.empty()));
  }

  @Test
  void aRegistryThatSpeaksNoTlsIsNotAskedOverHttp() throws IOException {
    try (ScriptedServer proxy = ScriptedServer.start(PLAIN, artifact.manifest())) {
      through(proxy);
      TransferFailed failure =
          catchThrowableOfType(
              TransferFailed.class, () -> client.files("registry.example", "acme/vpc", "1"));
      assertThat(failure).hasMessage("no secure connection to registry.example");
      assertThat(failure.advice())
          .containsExactly(
              "check that TLS 1.2 or later is spoken at this port",
              "-Dsource.allowInsecure=true if it speaks http and the network is trusted");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void itIsWhereThatIsAllowed() throws Exception {
    client.context.insecureAllowed = true;
    try (ScriptedServer proxy = ScriptedServer.start(PLAIN, artifact.manifest(), artifact.blob())) {
      through(proxy);
      assertThat(client.files("registry.example", "acme/vpc", "1"))
          .isEqualTo(Map.of("main.tf", "one"));
      assertThat(client.context.requests)
          .startsWith("https:/v2/acme/vpc/manifests/1", "http:/v2/acme/vpc/manifests/1");
      assertThat(client.context.notes)
          .contains("registry.example does not speak TLS, and http is allowed");
    }
  }

  @Test
  void aRegistryThatIsNotThereIsNotAskedOverHttpEither() throws IOException {
    client.context.insecureAllowed = true;
    try (ScriptedServer proxy =
        ScriptedServer.start(Script.http("502 Bad Gateway", ""), artifact.manifest())) {
      through(proxy);
      TransferFailed failure =
          catchThrowableOfType(
              TransferFailed.class, () -> client.files("registry.example", "acme/vpc", "1"));
      assertThat(failure).hasMessage("the transfer from registry.example broke off");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void theHubOfDockerAnswersUnderAnotherName() throws Exception {
    client.context.insecureAllowed = true;
    try (ScriptedServer proxy = ScriptedServer.start(PLAIN, artifact.manifest(), artifact.blob())) {
      through(proxy);
      client.files("docker.io", "acme/vpc", "1");
      assertThat(proxy.requests().get(1)).contains("Host: registry-1.docker.io");
    }
  }
}
