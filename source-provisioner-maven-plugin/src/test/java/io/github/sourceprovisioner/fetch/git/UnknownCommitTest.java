package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A commit that the host does not have is no broken line, whatever the host may hand out by id. */
class UnknownCommitTest {

  @ParameterizedTest
  @CsvSource({"OPEN, true", "OPEN, false", "OLD_PROTOCOL, true", "OLD_PROTOCOL, false"})
  void isNotFound(Door door, boolean any, @TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream upstream = Upstream.create(served.resolve("r.git"));
    upstream.git("config", "uploadpack.allowAnySHA1InWant", String.valueOf(any));
    upstream.commit("main", Map.of("a", "one"));
    String commit = "c".repeat(40);
    try (NginxGit nginx = NginxGit.start(served)) {
      assertThat(
              new Client(root.resolve("client"))
                  .failure(SourceNotFound.class, nginx.url(door, "r.git"), commit))
          .hasMessage("the host does not hand out commit " + commit);
    }
  }
}
