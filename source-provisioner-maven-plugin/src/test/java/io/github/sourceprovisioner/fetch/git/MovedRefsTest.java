package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name means may change while nobody looks; nobody gets it unknowingly. */
class MovedRefsTest {

  private NginxGit nginx;
  private Upstream upstream;
  private GitProject project;
  private String first;
  private String second;

  @BeforeEach
  void serve(@TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    upstream = Upstream.create(served.resolve("r.git"));
    first = upstream.commit("main", Map.of("main.tf", "one"));
    second = upstream.commit("main", Map.of("main.tf", "two"));
    nginx = NginxGit.start(served);
    project = new GitProject(root);
  }

  @AfterEach
  void stop() throws Exception {
    nginx.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-sign", "--annotate"})
  void aTagThatMovedIsKeptWithAWarningAndFollowedByAnUpdateOnly(String kind) throws Exception {
    upstream.git("tag", "-f", kind, "-m", "m", "v1", first);
    provide("v1");
    upstream.git("tag", "-f", kind, "-m", "m", "v1", second);

    assertThat(project.create().action()).isEqualTo(Action.UNCHANGED);
    assertThat(project.files()).containsExactly(Map.entry("main.tf", "one"));
    assertThat(project.warnings)
        .singleElement()
        .asString()
        .contains("the tag moved from " + first + " to " + second)
        .endsWith("source:update follows it");

    assertThat(project.update().action()).isEqualTo(Action.UPDATED);
    assertThat(project.files()).containsExactly(Map.entry("main.tf", "two"));
  }

  @Test
  void aBranchThatIsGoneFailsAndLeavesTheWorkdir() throws Exception {
    upstream.git("branch", "topic", first);
    provide("topic");
    upstream.git("branch", "-D", "topic");

    Outcome outcome = project.create();
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    SourceNotFound failure = (SourceNotFound) outcome.failure().orElseThrow().reason();
    assertThat(failure).hasMessage("no such tag or branch");
    assertThat(failure.advice()).containsExactly("pick one of main");
    assertThat(project.files()).containsExactly(Map.entry("main.tf", "one"));
  }

  @Test
  void aBranchThatWasForcedBackIsFollowed() throws Exception {
    provide("main");
    upstream.git("update-ref", "refs/heads/main", first);
    assertThat(project.create().action()).isEqualTo(Action.UPDATED);
    assertThat(project.files()).containsExactly(Map.entry("main.tf", "one"));
  }

  private void provide(String version) throws Exception {
    project.source(nginx.url(Door.OPEN, "r.git"), version);
    assertThat(project.create().action()).isEqualTo(Action.CREATED);
    assertThat(project.warnings).isEmpty();
  }
}
