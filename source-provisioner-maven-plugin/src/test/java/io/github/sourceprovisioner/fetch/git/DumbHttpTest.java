package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web server with the files of a repository is no git server. */
class DumbHttpTest {

  @Test
  void plainFilesAreNoServer(@TempDir Path root) throws Exception {
    String refs = "1".repeat(40) + "\trefs/heads/main\n";
    Script files = Script.http("200 OK", refs, "Content-Type: text/plain");
    Script head = Script.http("200 OK", "ref: refs/heads/main\n", "Content-Type: text/plain");
    try (ScriptedServer server = ScriptedServer.start(files, head)) {
      ProvisioningException failure =
          new Client(root).failure(UnknownSource.class, server.url("r.git"), "main");
      assertThat(failure)
          .hasMessage("the host serves the repository as plain files, not as a git server does");
      assertThat(failure.advice())
          .containsExactly("ask its owner for a URL that speaks the smart protocol");
    }
  }
}
