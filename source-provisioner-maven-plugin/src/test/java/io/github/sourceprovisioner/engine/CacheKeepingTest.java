package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.PruneRequest;
import io.github.sourceprovisioner.model.CacheEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheKeepingTest {

  private TestProject project;
  private CacheKeeping keeping;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    keeping = new CacheKeeping(project.cache(), project.console);
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack(
        "b",
        component("net", "{uri: 'fake::acme/net', version: main}")
            .replace("terraform", "helmfile"));
    project.run(CREATE);
    project.host.calls.clear();
  }

  private java.util.List<String> urls() {
    return keeping.list(Set.of(), Optional.empty()).stream().map(CacheEntry::url).sorted().toList();
  }

  @Test
  void theListSaysWhereFromAndWhoUsedIt() {
    assertThat(keeping.list(Set.of("helmfile"), Optional.empty()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.url()).isEqualTo("acme/net");
              assertThat(entry.types()).containsExactly("helmfile");
              assertThat(entry.revision()).isEqualTo("r1");
            });
    assertThat(urls()).containsExactly("acme/net", "acme/vpc");
  }

  @Test
  void pruningGoesByUseAndADryRunRemovesNothing() {
    PruneRequest dry =
        new PruneRequest(
            Optional.of(Duration.ofDays(1)),
            OptionalLong.empty(),
            Set.of(),
            Optional.empty(),
            true);
    PruneRequest all =
        new PruneRequest(
            Optional.empty(), OptionalLong.of(0), Set.of("terraform"), Optional.empty(), false);

    keeping.prune(dry);
    assertThat(urls()).containsExactly("acme/net", "acme/vpc");
    assertThat(keeping.prune(all).removed()).hasSize(1);
    assertThat(urls()).containsExactly("acme/net");
  }

  @Test
  void whatIsClearedIsFetchedAgainWhenAWorkdirNeedsIt() throws Exception {
    keeping.clear(Set.of(), Optional.of("acme/vpc"), false);
    assertThat(urls()).containsExactly("acme/net");

    project.stack("c", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    assertThat(project.actions(CREATE))
        .containsExactly("a/vpc unchanged", "b/net unchanged", "c/vpc created");
    assertThat(project.host.calls).contains("fetch acme/vpc// r1");
  }

  @Test
  void aRefreshMakesTheNextRunAskAndKeepsTheSnapshots() throws Exception {
    assertThat(keeping.refresh(Set.of(), Optional.of("acme/vpc"))).isEqualTo(1);

    assertThat(project.actions(CREATE)).containsExactly("a/vpc unchanged", "b/net unchanged");
    assertThat(project.host.calls).containsExactly("resolve acme/vpc@main");
  }
}
