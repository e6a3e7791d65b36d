package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.model.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).vpc("{uri: 'fake::acme/vpc', version: main}");
  }

  private List<InventoryRow> rows() throws Exception {
    return project.engine().inventory(Optional.empty(), Optional.empty()).rows(Selection.ALL);
  }

  private Status status() throws Exception {
    return rows().get(0).status();
  }

  @Test
  void aComponentWithoutAWorkdirIsMissing() throws Exception {
    InventoryRow row = rows().get(0);

    assertThat(row.status()).isEqualTo(Status.MISSING);
    assertThat(row.workdir()).isEqualTo("target/workdir/terraform/dev/vpc");
    assertThat(row.ttl()).contains(Duration.ofHours(1));
    assertThat(row.revision()).isEmpty();
    assertThat(row.uri()).contains("fake::acme/vpc");
  }

  @Test
  void aProvisionedComponentIsCurrentAndNothingIsAskedOrWritten() throws Exception {
    project.run(CREATE);
    project.host.calls.clear();
    var before = Listing.of(project.root);

    InventoryRow row = rows().get(0);

    assertThat(row.status()).isEqualTo(Status.CURRENT);
    assertThat(row.revision()).contains("r1");
    assertThat(row.treeHash().orElseThrow()).startsWith("t1:sha256:");
    assertThat(row.provisionedAt()).contains(project.clock.instant());
    assertThat(project.host.calls).isEmpty();
    assertThat(Listing.of(project.root)).isEqualTo(before);
  }

  @Test
  void aSourceThatMeansSomethingElseThanTheWorkdirHoldsIsOutdated() throws Exception {
    project.run(CREATE);
    project.vpc("{uri: 'fake::acme/vpc//modules', version: main}");

    assertThat(status()).isEqualTo(Status.OUTDATED);
  }

  @Test
  void aRevisionThatAnotherRunLearnedMakesItOutdated() throws Exception {
    project.run(CREATE);
    project.host.answer("acme/vpc@main", "r2");
    project.stack("ahead", component("vpc", "{uri: 'fake::acme/vpc', version: main, ttl: 0}"));
    Selection ahead = new Selection(Optional.of("ahead"), Optional.empty(), Optional.empty());
    project.engine().provisioning(CREATE).run(ahead);

    assertThat(rows())
        .extracting(row -> row.component().id() + " " + row.status())
        .containsExactly("ahead/vpc expired", "dev/vpc outdated");
  }

  @Test
  void aBranchIsExpiredAfterItsTimeToLiveAndATagNever() throws Exception {
    project.stack("tag", component("vpc", "{uri: 'fake::acme/vpc', version: v1}"));
    project.run(CREATE);
    project.clock.turn(Duration.ofHours(2));

    assertThat(rows())
        .extracting(InventoryRow::status)
        .containsExactly(Status.EXPIRED, Status.CURRENT);
    assertThat(
            project
                .engine()
                .inventory(Optional.of(Duration.ofDays(1)), Optional.empty())
                .rows(Selection.ALL))
        .extracting(InventoryRow::status)
        .containsExactly(Status.CURRENT, Status.CURRENT);
  }

  @Test
  void anEditedWorkdirIsModified() throws Exception {
    project.run(CREATE);
    Files.delete(project.workdir("dev", "vpc").resolve("README.md"));

    assertThat(status()).isEqualTo(Status.MODIFIED);
  }

  @Test
  void aDirectoryOnThisMachineIsComparedWithoutATimeToLive() throws Exception {
    project.write("local/main.tf", "# one\n");
    project.vpc("../../../local").run(CREATE);
    assertThat(status()).isEqualTo(Status.CURRENT);

    project.write("local/main.tf", "# number two\n");
    assertThat(status()).isEqualTo(Status.OUTDATED);
  }

  @Test
  void whatCannotBeUnderstoodOrFetchedIsInvalidAndTheRestIsListed() throws Exception {
    project.stack("odd", component("vpc", "{uri: 'fake::acme/vpc', ttl: soon}"));
    project.stack("x", component("vpc", "'fake::nobody/vpc'"));

    List<InventoryRow> rows = rows();

    assertThat(rows)
        .extracting(InventoryRow::status)
        .containsExactly(Status.MISSING, Status.INVALID, Status.INVALID);
    assertThat(rows.get(1).failure().orElseThrow().reason().advice()).isNotEmpty();
    assertThat(rows.get(2).failure().orElseThrow().reason())
        .hasMessage("nobody sources have no fetcher");
    assertThat(rows.get(2).location()).isPresent();
  }

  @Test
  void whatTheUserWroteIsShownAlsoWhereItCannotBeUnderstood() throws Exception {
    project.stack("odd", component("vpc", "{uri: 'github.com/o/r?ref=a;depth=1'}"));

    InventoryRow row = rows().get(1);

    assertThat(row.status()).isEqualTo(Status.INVALID);
    assertThat(row.uri().orElseThrow()).startsWith("github.com/o/r?ref=a");
    assertThat(row.location()).isEmpty();
  }

  @Test
  void aDirectoryThatIsGoneMakesItsRowInvalid() throws Exception {
    Path file = project.write("local/main.tf", "# one\n");
    project.vpc("../../../local").run(CREATE);

    Files.delete(file);
    Files.delete(Objects.requireNonNull(file.getParent()));

    InventoryRow row = rows().get(0);
    assertThat(row.status()).isEqualTo(Status.INVALID);
    assertThat(row.failure().orElseThrow().reason().advice()).isNotEmpty();
    assertThat(row.failure().orElseThrow().reason().position()).isPresent();
  }

  @Test
  void anAbstractComponentIsDescribedAndNotListed() throws Exception {
    project.stack(
        "dev",
        component("vpc", "{uri: 'fake::acme/vpc', version: main}")
            + "      metadata: {type: abstract}\n");

    assertThat(rows()).isEmpty();
    assertThat(
            project.engine().inventory(Optional.empty(), Optional.empty()).described(Selection.ALL))
        .singleElement()
        .satisfies(row -> assertThat(row.location()).isPresent());
  }
}
