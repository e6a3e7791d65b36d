package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearerTest {

  @Test
  void aCredentialWithoutAUserIsShownAsABearerToken(@TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream upstream = Upstream.create(served.resolve("r.git"));
    upstream.commit("main", Map.of("vpc/main.tf", "one"));
    upstream.git("tag", "v1");
    Client client = new Client(root.resolve("client")).with("", NginxGit.TOKEN);
    try (NginxGit nginx = NginxGit.start(served)) {
      assertThat(client.files(nginx.url(Door.BEARER, "r.git"), "v1", "vpc"))
          .containsExactly(Map.entry("f main.tf", "one"));
      assertThat(client.context.requests.toString()).doesNotContain(NginxGit.TOKEN);
    }
  }
}
