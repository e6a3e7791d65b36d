package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host with refs without number does not fill the memory. */
class RefsFloodTest {

  private static final int MANY = 1_000_000;

  @Test
  @Timeout(120)
  void aMillionRefsAreReadOrRefusedWithinASmallHeap(@TempDir Path root) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            GitScripts.host(
                wire -> {
                  StringBuilder refs = new StringBuilder();
                  for (int i = 0; i < MANY; i++) {
                    String name = " refs/heads/branch-" + i + "\n";
                    refs.append(GitScripts.line("%040x".formatted(i + 1) + name));
                  }
                  wire.send(refs + GitScripts.FLUSH);
                },
                wire -> {}))) {
      assertThat(new ForkedJvm("-Xmx128m").fetch(root, "none", server.url("r.git")))
          .containsExactly(
              "the repository has more than 200000 tags and branches [write refs/heads/… or"
                  + " refs/tags/… in full: then no other one is asked for]");
    }
  }
}
