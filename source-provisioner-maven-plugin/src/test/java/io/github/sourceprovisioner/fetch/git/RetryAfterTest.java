package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host may say when to come back. */
class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({"429, 2", "503, 86400"})
  void theNumberOfSecondsIsPassedOn(int status, int seconds, @TempDir Path root) throws Exception {
    Script busy = Script.http(status + " Busy", "", "Retry-After: " + seconds);
    try (ScriptedServer server = ScriptedServer.start(busy)) {
      TransferFailed failure =
          new Client(root).failure(TransferFailed.class, server.url("r.git"), "v1");
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void whatIsNoTimeIsNotPassedOn(@TempDir Path root) throws Exception {
    Script busy = Script.http("503 Busy", "", "Retry-After: soon");
    try (ScriptedServer server = ScriptedServer.start(busy)) {
      TransferFailed failure =
          new Client(root).failure(TransferFailed.class, server.url("r.git"), "v1");
      assertThat(failure.retryAfter()).isEmpty();
    }
  }
}
