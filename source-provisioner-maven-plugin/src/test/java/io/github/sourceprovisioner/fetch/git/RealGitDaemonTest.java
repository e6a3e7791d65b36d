package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.server.GitDaemon;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon that comes with git; {@link GitDaemonTest} asks the one of JGit. */
class RealGitDaemonTest {

  @Test
  void aSubdirectoryComesAtATagAndWhatIsMissingIsSaid(@TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream upstream = Upstream.create(served.resolve("r.git"));
    upstream.commit("main", Map.of("vpc/main.tf", "one", "l:vpc/link", "main.tf"));
    upstream.git("tag", "-a", "-m", "m", "v1");
    Client client = new Client(root.resolve("client"));
    try (GitDaemon daemon = GitDaemon.start(served)) {
      assertThat(client.files(daemon.url("r.git"), "v1", "vpc"))
          .containsExactly(Map.entry("f main.tf", "one"), Map.entry("l link", "main.tf"));
      assertThat(client.failure(SourceNotFound.class, daemon.url("none.git"), "v1"))
          .hasMessage("no such repository");
    }
  }
}
