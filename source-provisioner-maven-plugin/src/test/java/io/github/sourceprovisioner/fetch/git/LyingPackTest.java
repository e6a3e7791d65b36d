package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The number of objects in the head of a pack is what a host says, and nothing more. */
class LyingPackTest {

  @Test
  @Timeout(60)
  void aPackThatPromisesBillionsOfObjectsTakesNoMemoryForThem(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    String commit = upstream.commit("main", Map.of("a", "one"));
    byte[] pack = upstream.pack("main", "main^{tree}", "main:a");
    pack[8] = 0x7f;
    Client client = new Client(root.resolve("client"));
    try (ScriptedServer server =
        ScriptedServer.start(GitScripts.host(Map.of(), GitScripts.pack(pack)))) {
      ProvisioningException failure =
          client.failure(ProvisioningException.class, server.url("r.git"), commit);
      assertThat(failure).hasMessage("the host sends a pack of 2130706435 objects");
      assertThat(failure.advice())
          .containsExactly(
              "choose a repository whose commits have fewer files",
              "publish the content as an archive, and use that as the source");
    }
  }
}
