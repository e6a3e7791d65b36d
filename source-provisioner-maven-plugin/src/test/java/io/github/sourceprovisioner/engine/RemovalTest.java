package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static io.github.sourceprovisioner.engine.TestProject.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.run(CREATE);
  }

  private List<String> remove(boolean dryRun) {
    Removal removal = project.engine().removal(dryRun);
    return removal.run(removal.candidates(Selection.ALL)).outcomes().stream()
        .map(outcome -> outcome.component() + " " + outcome.action() + " " + outcome.reason())
        .toList();
  }

  @Test
  void workdirsGoWithoutAnyManifest() throws Exception {
    Files.writeString(project.base.resolve("src/main/stacks/a.yaml"), "a: [broken");

    assertThat(remove(false)).containsExactly("a/vpc deleted 2 files", "b/vpc deleted 2 files");
    assertThat(project.workdir("a", "vpc")).doesNotExist();
    assertThat(project.engine().removal(false).candidates(Selection.ALL)).isEmpty();
  }

  @Test
  void whatTheUserMadeOrEditedStays() throws Exception {
    Path workdir = project.workdir("a", "vpc");
    Files.writeString(workdir.resolve("main.tf"), "# mine, and longer\n");
    Files.writeString(workdir.resolve("terraform.tfstate"), "{}");

    assertThat(remove(false))
        .first()
        .isEqualTo("a/vpc deleted 1 file; kept, since they are yours: main.tf, terraform.tfstate");
    assertThat(workdir.resolve("main.tf")).hasContent("# mine, and longer");
    assertThat(workdir.resolve("terraform.tfstate")).exists();
    assertThat(workdir.resolve("README.md")).doesNotExist();
  }

  @Test
  void aDryRunTellsTheSameAndWritesNothing() throws Exception {
    var before = Listing.of(project.root);

    assertThat(remove(true)).containsExactly("a/vpc deleted 2 files", "b/vpc deleted 2 files");
    assertThat(Listing.of(project.root)).isEqualTo(before);
  }

  @Test
  void aComponentThatWasNeverProvisionedIsNoCandidate() {
    Selection unknown = new Selection(Optional.of("nowhere"), Optional.empty(), Optional.empty());

    assertThat(project.engine().removal(false).candidates(unknown)).isEmpty();
  }

  @Test
  void oneThatCannotBeRemovedStopsNoOther() throws Exception {
    Path workdir = project.workdir("a", "vpc");
    Files.move(workdir, project.root.resolve("moved"));
    Files.createSymbolicLink(workdir, project.root.resolve("moved"));

    Run run = project.engine().removal(false).run(List.of(id("a", "vpc"), id("b", "vpc")));

    assertThat(run.outcomes())
        .extracting(Outcome::component, outcome -> outcome.action().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(id("a", "vpc"), "failed"),
            org.assertj.core.groups.Tuple.tuple(id("b", "vpc"), "deleted"));
    Failure failure = run.failures().get(0);
    assertThat(failure.doing()).isEqualTo("removing its workdir");
    assertThat(failure.reason()).hasMessageContaining("symbolic link");
    assertThat(failure.reason().advice()).isNotEmpty();
    assertThat(project.root.resolve("moved/main.tf")).exists();
  }

  @Test
  void aWorkdirRootThatHoldsAProjectIsRefused() throws Exception {
    Layout odd =
        new Layout(
            project.base,
            Optional.empty(),
            project.base,
            project.root.resolve("state"),
            project.cache(),
            project.base.resolve("source.lock.yaml"));
    project.write("pom.xml", "<project/>");
    Extensions none = new Extensions(List.of(), List.of(), List.of(), List.of());
    Engine engine = new Engine(odd, project.ports(), none);

    assertThatThrownBy(() -> engine.removal(false).run(List.of(id("a", "vpc"))))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            refusal -> {
              assertThat(refusal).hasMessageContaining("holds pom.xml");
              assertThat(refusal.advice())
                  .containsExactly("set it to a directory of its own, such as target/workdir");
            });
  }
}
