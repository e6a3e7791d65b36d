package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch is followed wherever it goes; that it left its own history is told. */
class RewrittenHistoryTest {

  @Test
  void aBranchThatWasForcedIsTold(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    String first = upstream.commit("main", Map.of("main.tf", "one"));
    String second = upstream.commit("main", Map.of("main.tf", "two"));
    GitProject project = new GitProject(root).source(upstream.url(), "main");
    project.create();
    upstream.git("update-ref", "refs/heads/main", first);
    project.create();
    assertThat(project.warnings)
        .singleElement()
        .asString()
        .contains("history", "rewritten", first, second);
  }
}
