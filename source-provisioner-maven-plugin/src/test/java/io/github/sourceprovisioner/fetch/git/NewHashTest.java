package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories of git's second hash are not read, and that is said. */
class NewHashTest {

  private Path served;
  private Upstream later;
  private Client client;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    served = Files.createDirectory(root.resolve("served"));
    later = Upstream.create(served.resolve("sha256.git"), "--object-format=sha256");
    later.commit("main", Map.of("a", "one"));
    client = new Client(root.resolve("client"));
  }

  @Test
  void behindAHost() throws Exception {
    try (NginxGit nginx = NginxGit.start(served)) {
      refused(nginx.url(Door.OPEN, "sha256.git"));
      refused(nginx.url(Door.OLD_PROTOCOL, "sha256.git"));
    }
  }

  @Test
  void onThisMachine() {
    refused(later.url());
  }

  private void refused(String url) {
    ProvisioningException failure = client.failure(ProvisioningException.class, url, "main");
    assertThat(failure).isNotInstanceOf(TransferFailed.class);
    assertThat(failure.getMessage()).contains("SHA-256");
    assertThat(failure.advice()).isNotEmpty();
  }
}
