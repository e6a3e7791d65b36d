package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What points elsewhere: told or refused in a whole run, never silently dropped or followed. */
class SubmodulesAndLinksTest {

  private static final String NOWHERE = "1".repeat(40);

  private Upstream upstream;
  private GitProject project;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    upstream = Upstream.create(root.resolve("r.git"));
    project = new GitProject(root);
    Files.writeString(root.resolve("secret"), "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[submodule \"lib\"]\n\tpath = vpc/lib\n\turl = file:///etc\n",
        "[submodule \"lib\"]\n\tpath = vpc/lib\n\turl = -utouch\n",
        "[submodule \"../../x\"]\n\tpath = vpc/lib\n\turl = ../r.git\n",
        "[submodule \"lib\"]\n\tpath = \"vpc/lib\\r\"\n\turl = ./r.git\n",
        "[submodule \"lib\"\n\tno configuration at all",
        "\u0000\u0001\u0002",
      })
  void aSubmoduleIsNamedOrStopsTheRunWhateverItsDescriptionSays(String description)
      throws Exception {
    commit(Map.of("vpc/main.tf", "one", "m:vpc/lib", NOWHERE, ".gitmodules", description));
    refused();
  }

  @Test
  void aSubmoduleWithoutADescriptionOrWithALinkForOneIsNamedOrStopsTheRun() throws Exception {
    commit(Map.of("vpc/main.tf", "one", "m:vpc/lib", NOWHERE));
    refused();
    commit(Map.of("vpc/main.tf", "one", "m:vpc/lib", NOWHERE, "l:.gitmodules", "vpc/main.tf"));
    refused();
  }

  @Test
  void aSubmoduleBesideTheSubdirectoryDoesNotMatter() throws Exception {
    commit(Map.of("vpc/main.tf", "one", "m:lib", NOWHERE));
    assertThat(run().action()).isEqualTo(Action.CREATED);
    assertThat(project.warnings).isEmpty();
  }

  @Test
  void aLinkWithinTheSubdirectoryArrives() throws Exception {
    commit(Map.of("vpc/main.tf", "one", "l:vpc/copy.tf", "main.tf", "l:vpc/d/up.tf", "../main.tf"));
    assertThat(run().action()).isEqualTo(Action.CREATED);
    assertThat(project.workdir().resolve("copy.tf")).hasContent("one");
    assertThat(project.workdir().resolve("d/up.tf")).hasContent("one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../../../../../secret",
        "../shared/x",
        "nothing",
        "self",
        "",
        "main.tf/",
        ".",
        "..",
        "C:\\x",
        "a\nb",
        ".git/config"
      })
  void aLinkToAnywhereElseIsRefused(String target) throws Exception {
    commit(Map.of("vpc/main.tf", "one", "shared/x", "two", "l:vpc/self", target));
    Outcome outcome = run();
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    IntegrityMismatch failure = (IntegrityMismatch) outcome.failure().orElseThrow().reason();
    assertThat(failure.getMessage()).contains("self").doesNotContain("\n");
    assertThat(failure.advice()).isNotEmpty();
    assertThat(project.files()).isEmpty();
  }

  @Test
  void everyBadLinkIsNamed() throws Exception {
    commit(Map.of("vpc/main.tf", "one", "l:vpc/l1", "/etc", "l:vpc/l2", "../..", "l:vpc/l3", "l3"));
    assertThat(run().failure().orElseThrow().reason().getMessage()).contains("l1", "l2", "l3");
  }

  private void refused() throws Exception {
    Outcome outcome = run();
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.failure().orElseThrow().reason().getMessage()).contains("lib");
    assertThat(project.files()).isEmpty();
  }

  private void commit(Map<String, String> files) throws Exception {
    upstream.commit("main", new TreeMap<>(files));
  }

  private Outcome run() throws Exception {
    return project.source(upstream.url() + "//vpc", "main").create();
  }
}
