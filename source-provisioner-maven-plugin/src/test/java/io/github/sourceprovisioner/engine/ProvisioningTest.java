package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void aMissingWorkdirIsCreatedWithWhatTheHostHas() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc//modules/vpc', version: main}");

    Outcome outcome = project.run(CREATE).outcomes().get(0);

    assertThat(outcome.toString()).contains("no workdir yet");
    assertThat(outcome.revision()).contains("r1");
    assertThat(outcome.traffic()).isEqualTo(new Traffic(2, 110));
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("modules/vpc", "r1"));
    assertThat(project.host.calls)
        .containsExactly("resolve acme/vpc@main", "fetch acme/vpc//modules/vpc r1");
  }

  @Test
  void aSecondRunAsksNobodyAndWritesNothing() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
    project.write("local/main.tf", "# local\n");
    project.stack("prod", component("net", "../../../local"));
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created", "prod/net created");
    project.host.calls.clear();
    Map<String, String> before = Listing.of(project.root);

    Run second = project.run(CREATE);

    assertThat(second.outcomes())
        .extracting(outcome -> outcome.action() + ": " + outcome.reason())
        .containsExactly("unchanged: up to date", "unchanged: up to date");
    assertThat(second.traffic()).isEqualTo(Traffic.NONE);
    assertThat(project.host.calls).isEmpty();
    assertThat(Listing.of(project.root)).isEqualTo(before);
  }

  @Test
  void aNewVersionIsFetchedAndNamedAsTheReason() throws Exception {
    project.host.answer("acme/vpc@v2", "r2");
    project.vpc("{uri: 'fake::acme/vpc', version: v1}").run(CREATE);
    project.vpc("{uri: 'fake::acme/vpc', version: v2}");

    Outcome outcome = project.run(CREATE).outcomes().get(0);

    assertThat(outcome.action() + ": " + outcome.reason())
        .isEqualTo("updated: v2 is r2 now, the workdir held r1");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r2"));
  }

  @Test
  void otherFiltersNeedNoRequest() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}").run(CREATE);
    project.host.calls.clear();
    project.vpc("{uri: 'fake::acme/vpc', version: main, excluded_paths: ['*.md']}");

    Outcome outcome = project.run(CREATE).outcomes().get(0);

    assertThat(outcome.action() + ": " + outcome.reason())
        .isEqualTo("updated: the filters changed");
    assertThat(project.workdir("dev", "vpc").resolve("README.md")).doesNotExist();
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void aWorkdirThatWasDeletedByHandIsMadeAnewFromTheCache() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main}").run(CREATE);
    project.host.calls.clear();
    Files.delete(project.workdir("dev", "vpc").resolve("main.tf"));
    Files.delete(project.workdir("dev", "vpc").resolve("README.md"));
    Files.delete(project.workdir("dev", "vpc"));

    Outcome outcome = project.run(CREATE).outcomes().get(0);

    assertThat(outcome.action() + ": " + outcome.reason()).isEqualTo("created: no workdir yet");
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void failuresStopNoOtherComponentAndAreReportedTogetherWithTheirPlaces() throws Exception {
    project.host.onResolve(
        (ref, context) -> {
          if (ref.startsWith("acme/secret")) {
            throw new AccessDenied(Problem.of("no").advise("log in"));
          }
        });
    project.stack("a", component("vpc", "{uri: 'fake::acme/secret', version: main}"));
    project.stack("b", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("c", component("vpc", "{uri: 'fake::acme/vpc', vresion: main}"));
    project.stack("d", component("vpc", "{uri: 'fake::nobody/vpc'}"));

    Run run = project.run(CREATE);

    assertThat(run.outcomes())
        .extracting(outcome -> outcome.component() + " " + outcome.action())
        .containsExactly("a/vpc failed", "b/vpc created", "c/vpc failed", "d/vpc failed");
    assertThat(run.failures())
        .extracting(failure -> failure.doing() + ", " + failure.reason().position().orElseThrow())
        .containsExactly(
            "fetching fake::acme/secret@main, src/main/stacks/a.yaml:4:21",
            "reading its source, src/main/stacks/c.yaml:4:39",
            "fetching nobody::nobody/vpc, src/main/stacks/d.yaml:4:21");
  }

  @Test
  void aBadValueFailsItsComponentWithPlaceAndAdvice() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', ttl: soon}");

    Failure failure = project.failure(CREATE);

    assertThat(failure.reason()).hasMessageContaining("soon");
    assertThat(failure.reason().position().map(Object::toString))
        .contains("src/main/stacks/dev.yaml:4:44");
    assertThat(failure.reason().advice()).isNotEmpty();
  }

  @Test
  void whatFailsWhileWritingIsDeclaredAtItsSource() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, included_paths: ['*.none']}");

    Failure failure = project.failure(CREATE);

    assertThat(failure.doing()).isEqualTo("writing its workdir");
    assertThat(failure.reason().position().map(Object::toString))
        .contains("src/main/stacks/dev.yaml:4:21");
    assertThat(failure.reason().advice()).isNotEmpty();
  }

  @Test
  void abstractDisabledAndSwitchedOffComponentsAreLeftAlone() throws Exception {
    project.stack(
        "dev",
        """
        components:
          terraform:
            base:
              metadata: {type: abstract}
              source: {uri: 'fake::acme/vpc', version: main}
            disabled:
              metadata: {enabled: false}
              source: {uri: 'fake::acme/vpc', version: main}
            off:
              source: {uri: 'fake::acme/vpc', version: main}
              provision: {source: {enabled: false}}
        """);

    assertThat(project.actions(CREATE)).isEmpty();
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void onlySelectedComponentsAreProvisioned() throws Exception {
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("vpc", "{uri: 'fake::acme/other', version: main}"));
    Selection b = new Selection(Optional.of("b"), Optional.empty(), Optional.empty());

    Run run = project.engine().provisioning(CREATE).run(b);

    assertThat(run.outcomes())
        .extracting(Outcome::component)
        .isEqualTo(List.of(TestProject.id("b", "vpc")));
    assertThat(project.host.calls).noneMatch(call -> call.contains("acme/vpc"));
  }
}
