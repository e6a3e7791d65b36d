package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Relay;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that breaks within a pack: worth another attempt, which finds nothing half done. */
@Timeout(60)
class BrokenTransferTest {

  private NginxGit nginx;
  private Client client;
  private Map<String, String> files;

  @BeforeEach
  void serve(@TempDir Path root) throws Exception {
    files = Map.of("bulk", ServedRepository.noise(1));
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream upstream = Upstream.create(served.resolve("r.git"));
    upstream.commit("main", files);
    upstream.git("tag", "v1");
    nginx = NginxGit.start(served);
    client = new Client(root.resolve("client"));
  }

  @AfterEach
  void stop() throws Exception {
    nginx.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 1_000, 50_000})
  void aPackThatEndsEarlyIsATransferThatFailed(int bytes) throws Exception {
    broken(Door.OPEN, Relay.cutting(nginx.port(), "PACK", bytes, Relay.end()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void aPackThatIsResetIsATransferThatFailed(int bytes) throws Exception {
    broken(Door.OPEN, Relay.cutting(nginx.port(), "PACK", bytes, Relay.end().thenReset()));
  }

  @Test
  void aPackOfTheOldProtocolThatEndsEarlyIsATransferThatFailed() throws Exception {
    broken(Door.OLD_PROTOCOL, Relay.cutting(nginx.port(), "PACK", 1_000, Relay.end()));
  }

  @Test
  void aPackThatStopsIsGivenUp() throws Exception {
    client.context.timeout = Duration.ofSeconds(5);
    broken(Door.OPEN, Relay.cutting(nginx.port(), "PACK", 1_000, Relay.end().thenHang()));
  }

  @Test
  void aListOfRefsThatEndsEarlyIsATransferThatFailed() throws Exception {
    broken(Door.OPEN, Relay.cutting(nginx.port(), "refs/tags", 1, Relay.end()));
  }

  private void broken(Door door, Relay relay) throws Exception {
    String url = nginx.url(door, "r.git");
    try (ScriptedServer server = ScriptedServer.start(relay)) {
      String cut = url.replace(":" + nginx.port(), ":" + server.port());
      ProvisioningException failure = client.failure(TransferFailed.class, cut, "v1");
      assertThat(failure.getMessage()).startsWith("the transfer ").doesNotContain("\n");
      assertThat(failure.advice()).hasSize(1);
      assertThat(relay.cuts()).isEqualTo(1);
    }
    client.context.timeout = Duration.ofMinutes(1);
    assertThat(client.files(url, "v1", "")).containsOnly(Map.entry("f bulk", files.get("bulk")));
  }

  @Test
  void aHostThatNeverAnswersIsGivenUp() throws Exception {
    client.context.timeout = Duration.ofSeconds(1);
    try (ScriptedServer server = ScriptedServer.start(Script.silence())) {
      ProvisioningException failure =
          client.failure(TransferFailed.class, server.url("r.git"), "v1");
      assertThat(failure.getMessage()).startsWith("the transfer ");
      assertThat(failure.advice()).hasSize(1);
    }
  }

  @Test
  void aHostThatHangsUpAtOnceIsATransferThatFailed() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Relay.end().thenReset())) {
      ProvisioningException failure =
          client.failure(TransferFailed.class, server.url("r.git"), "v1");
      assertThat(failure).hasMessage("the transfer from 127.0.0.1:%d broke off", server.port());
      assertThat(failure.advice()).containsExactly("try again");
    }
  }
}
