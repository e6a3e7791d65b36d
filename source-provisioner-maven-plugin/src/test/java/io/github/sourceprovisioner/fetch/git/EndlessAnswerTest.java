package io.github.sourceprovisioner.fetch.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that always has something more to say does not keep us longer than we want. */
@Timeout(60)
class EndlessAnswerTest {

  private static final String COMMIT = "1".repeat(40);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Client client;

  @BeforeEach
  void limit(@TempDir Path root) throws Exception {
    client = new Client(root);
    client.context.timeout = Duration.ofSeconds(1);
  }

  @Test
  void messagesToTheUserWithoutEnd() throws Exception {
    byte[] progress = "remote: counting\r".getBytes(ISO_8859_1);
    endsInTime(
        GitScripts.host(
            Map.of(),
            wire -> {
              GitScripts.packfile().write(wire);
              while (true) {
                wire.pause(PAUSE);
                wire.send(GitScripts.band(2, progress, 0, progress.length));
              }
            }),
        COMMIT);
  }

  @Test
  void aPackThatComesByteForByte() throws Exception {
    byte[] start = "PACK\0\0\0\2\0\0\0\1".getBytes(ISO_8859_1);
    byte[] more = {'x'};
    endsInTime(
        GitScripts.host(
            Map.of(),
            wire -> {
              GitScripts.packfile().write(wire);
              wire.send(GitScripts.band(1, start, 0, start.length));
              while (true) {
                wire.pause(PAUSE);
                wire.send(GitScripts.band(1, more, 0, 1));
              }
            }),
        COMMIT);
  }

  @Test
  void refsThatComeOneByOneWithoutEnd() throws Exception {
    endsInTime(
        GitScripts.host(
            wire -> {
              for (int i = 0; ; i++) {
                wire.pause(PAUSE);
                wire.send(GitScripts.line(COMMIT + " refs/heads/b" + i + "\n"));
              }
            },
            wire -> {}),
        "main");
  }

  private void endsInTime(Script script, String ref) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(script)) {
      ProvisioningException failure =
          client.failure(TransferFailed.class, server.url("r.git"), ref);
      assertThat(failure).hasMessage("the transfer took longer than 1 s");
      assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
    }
  }
}
