package io.github.sourceprovisioner.fetch.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Headers are a part of the answer: the limit of time holds for them, too. */
class EndlessHeadTest {

  private ScriptedServer server;

  @BeforeEach
  void serve() throws Exception {
    server =
        ScriptedServer.start(
            wire -> {
              wire.request();
              wire.send("HTTP/1.1 200 OK\r\n");
              while (true) {
                wire.drip("X-More: yes\r\n".getBytes(ISO_8859_1), Duration.ofMillis(20));
              }
            });
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void headersThatComeOneByOneWithoutEnd(@TempDir Path root) throws Exception {
    Client client = new Client(root);
    client.context.timeout = Duration.ofSeconds(1);
    assertThat(client.failure(TransferFailed.class, server.url("r.git"), "main"))
        .hasMessage("the transfer took longer than 1 s");
  }
}
