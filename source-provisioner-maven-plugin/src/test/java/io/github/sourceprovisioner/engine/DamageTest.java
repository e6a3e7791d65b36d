package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.OFFLINE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).vpc("{uri: 'fake::acme/vpc', version: main}");
    project.run(CREATE);
    project.host.calls.clear();
    project.stack("prod", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
  }

  private Path zip() throws Exception {
    return Listing.files(project.cache(), ".zip").get(0);
  }

  private void flip() throws Exception {
    byte[] bytes = Files.readAllBytes(zip());
    int content =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("main.tf");
    bytes[content + 12] ^= 1;
    Files.write(zip(), bytes);
  }

  private void truncate() throws Exception {
    Files.write(zip(), java.util.Arrays.copyOf(Files.readAllBytes(zip()), 20));
  }

  @Test
  void aFlippedByteIsHealedByOneFetchWithOneWarning() throws Exception {
    flip();

    Run run = project.run(CREATE);

    assertThat(run.failures()).isEmpty();
    assertThat(project.mainTf("prod", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(project.host.calls).containsExactly("fetch acme/vpc// r1");
    assertThat(run.traffic()).isEqualTo(new Traffic(1, 100));
    assertThat(project.console.warnings())
        .containsExactly(
            "the cached snapshot of fake::acme/vpc@main was damaged and has been set aside");
  }

  @Test
  void aTruncatedZipIsHealedByOneFetchWithOneWarning() throws Exception {
    truncate();

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc unchanged", "prod/vpc created");
    assertThat(project.mainTf("prod", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(project.host.calls).containsExactly("fetch acme/vpc// r1");
    assertThat(project.console.warnings())
        .containsExactly(
            "the cached snapshot of fake::acme/vpc@main was damaged and is fetched again");
  }

  @Test
  void offlineATruncatedZipIsCalledDamagedAndNotMissing() throws Exception {
    truncate();

    Failure failure = project.failure(OFFLINE);

    assertThat(failure.component()).hasToString("prod/vpc");
    assertThat(failure.reason())
        .hasMessage("its snapshot in the cache at r1 is damaged, and Maven is offline");
    assertThat(failure.reason().advice())
        .first()
        .isEqualTo("run once without -o, so that it is fetched again");
  }

  @Test
  void offlineDamageIsAFailureThatNamesTheEntryAndKeepsWorkdirs() throws Exception {
    flip();
    var before = Listing.of(project.workdir("dev", "vpc"));

    Failure failure = project.failure(OFFLINE);

    assertThat(failure.component()).hasToString("prod/vpc");
    assertThat(failure.reason())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining("the cached snapshot of fake::acme/vpc@main at r1 is damaged");
    assertThat(failure.reason().advice()).first().asString().contains("without -o");
    assertThat(Listing.of(project.workdir("dev", "vpc"))).isEqualTo(before);
    assertThat(project.workdir("prod", "vpc")).doesNotExist();
  }

  @Test
  void aRefetchThatFailsSaysThatItWasFetching() throws Exception {
    flip();
    project.host.onFetch(
        (call, context) -> {
          throw new IllegalStateException("gone");
        });

    Failure failure = project.failure(CREATE);

    assertThat(failure.doing()).isEqualTo("fetching fake::acme/vpc@main");
    assertThat(failure.reason().position().map(Object::toString))
        .contains("src/main/stacks/prod.yaml:4:21");
  }

  @Test
  void anEntryThatIsDamagedAgainAndAgainFailsCleanly() throws Exception {
    Rooms rooms =
        Rooms.of(
            project.layout(),
            project.ports(),
            new Extensions(
                Extensions.of(getClass().getClassLoader()).types(),
                java.util.List.of(project.host),
                java.util.List.of(project.host),
                java.util.List.of()),
            true);
    Target target =
        rooms.plan(c -> c.id().stack().equals("prod"), Optional.empty()).targets().get(0);
    Snapshot snapshot =
        rooms
            .cache()
            .find(
                target.location(), rooms.cache().known(target.location()).orElseThrow().revision())
            .orElseThrow();
    Errand errand = new Errand(target.location(), java.util.List.of(target), project.host);
    Opening opening = new Opening(rooms.cache(), errand, FetchSession.of(rooms, errand, CREATE));
    byte[] sound = Files.readAllBytes(zip());
    Path zip = zip();
    flip();
    byte[] damaged = Files.readAllBytes(zip);
    assertThat(damaged).isNotEqualTo(sound);

    assertThatThrownBy(
            () ->
                new Materialising(rooms.cache(), rooms.workdirs(), CREATE, opening)
                    .write(
                        target,
                        snapshot,
                        Optional.of(
                            revision -> {
                              project.host.calls.add("again");
                              return snapshot;
                            })))
        .isInstanceOfSatisfying(
            ProvisioningException.class,
            failure -> {
              assertThat(failure).hasMessageEndingWith(", each time that it was fetched");
              assertThat(failure.advice()).first().asString().startsWith("check the disk");
            });
    assertThat(project.host.calls).containsExactly("again", "again", "again", "again");
    assertThat(project.workdir("prod", "vpc")).doesNotExist();
  }
}
