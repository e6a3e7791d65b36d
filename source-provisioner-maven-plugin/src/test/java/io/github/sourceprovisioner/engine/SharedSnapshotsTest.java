package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.OFFLINE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ann publishes; Bob, whose cache is empty, looks at what she shared before he asks the host. */
class SharedSnapshotsTest {

  private static final String VPC = "{uri: 'fake::acme/all//vpc', version: v1}";

  private FakeShared shared;
  private TestProject ann;
  private TestProject bob;

  @BeforeEach
  void publish(@TempDir Path root) throws Exception {
    shared = new FakeShared(root.resolve("downloads"));
    ann = new TestProject(root.resolve("ann"));
    bob = new TestProject(root.resolve("bob"));
    bob.shared = Optional.of(shared);
    for (TestProject project : List.of(ann, bob)) {
      project.vpc(VPC);
    }
    ann.engine().publishing(CREATE, shared).run(Selection.ALL);
    shared.calls.clear();
  }

  private void damage(String extension, byte[] bytes) {
    assertThat(shared.names(extension)).hasSize(1);
    shared.files.put(shared.names(extension).get(0), bytes);
  }

  private byte[] shared(String extension) {
    return shared.files.getOrDefault(shared.names(extension).get(0), new byte[0]);
  }

  /** Bob gets along without the repository, with one warning about it. */
  private void warns(String what) throws Exception {
    assertThat(bob.actions(CREATE)).containsExactly("dev/vpc created");

    assertThat(bob.host.calls).contains("fetch acme/all//vpc r1");
    assertThat(bob.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("vpc", "r1"));
    assertThat(bob.console.warnings())
        .singleElement()
        .asString()
        .isEqualTo("the shared repository team (fake://shared): " + what + "; going on without it");
    assertThat(shared.leftBehind()).isEmpty();
  }

  @Test
  void whatTheTeamHasIsNotFetchedFromItsHost() throws Exception {
    Run run = bob.run(CREATE);

    assertThat(run.outcomes()).extracting(Outcome::action).containsExactly(Action.CREATED);
    assertThat(bob.host.calls).containsExactly("resolve acme/all@v1");
    assertThat(bob.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("vpc", "r1"));
    assertThat(run.outcomes().get(0).traffic().requests()).isEqualTo(4);
    assertThat(run.outcomes().get(0).traffic().bytes())
        .isEqualTo(10 + shared("zip").length + shared("t1").length + shared("properties").length);
    assertThat(bob.console.warnings()).isEmpty();
    assertThat(shared.leftBehind()).isEmpty();
  }

  @Test
  void whatTheCacheHoldsIsNotLookedFor() throws Exception {
    bob.run(CREATE);
    shared.calls.clear();
    bob.run(CREATE);

    assertThat(shared.calls).isEmpty();
  }

  @Test
  void severalAreLookedForAtOnceAndOnlyTheRestIsGathered() throws Exception {
    bob.stack(
        "dev",
        "components:\n  terraform:\n    a: {source: "
            + VPC
            + "}\n"
            + "    b: {source: {uri: 'fake::acme/all//b', version: v1}}\n"
            + "    c: {source: {uri: 'fake::acme/all//c', version: v1}}\n");

    assertThat(bob.actions(CREATE))
        .containsExactly("dev/a created", "dev/b created", "dev/c created");

    assertThat(shared.calls)
        .containsExactly(
            "find [properties all vpc, properties all b, properties all c]",
            "find [t1 all vpc, zip all vpc]");
    assertThat(bob.host.batches)
        .contains("gather [fake::acme/all//b@v1 r1, fake::acme/all//c@v1 r1]");
  }

  @Test
  void offlineNobodyIsAsked() throws Exception {
    assertThat(bob.failure(OFFLINE).reason()).hasMessageContaining("Maven is offline");

    assertThat(shared.calls).isEmpty();
  }

  @Test
  void aZipThatWasCutShortIsAWarning() throws Exception {
    damage("zip", Arrays.copyOf(shared("zip"), 100));

    warns("fake.acme:all:zip:vpc:r1 is not what it should be: another size than promised");
  }

  @Test
  void aZipWithOneOtherBitIsAWarning() throws Exception {
    byte[] zip = shared("zip");
    zip[50] ^= 1;
    damage("zip", zip);

    warns("fake.acme:all:zip:vpc:r1 is not what it should be: another SHA-256 than promised");
  }

  @Test
  void otherLinesAreAWarning() throws Exception {
    damage("t1", "f 00 main.tf\n".getBytes(StandardCharsets.UTF_8));

    warns("fake.acme:all:zip:vpc:r1 is not what it should be: another list of files than promised");
  }

  @Test
  void theMarkerOfAnotherSnapshotIsAWarning() throws Exception {
    ann.vpc("{uri: 'fake::acme/all//other', version: v1}");
    ann.engine().publishing(CREATE, shared).run(Selection.ALL);
    Map<String, byte[]> files = shared.files;
    files.put(
        "fake.acme:all:properties:vpc:r1",
        files.getOrDefault("fake.acme:all:properties:other:r1", new byte[0]));

    warns(
        "fake.acme:all:properties:vpc:r1 is not what it should be: the marker of another snapshot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "t1"})
  void aMarkerWithoutItsContentIsAWarning(String extension) throws Exception {
    shared.files.remove("fake.acme:all:" + extension + ":vpc:r1");

    warns("fake.acme:all:%s:vpc:r1 is missing beside its marker".formatted(extension));
  }

  @Test
  void aRepositoryThatRefusesIsAWarning() throws Exception {
    shared.onCall = SharedSnapshotsTest::refuse;

    warns("it said 403");
  }

  @Test
  void aRepositoryThatFailsIsOneWarningAndAskedNoMore() throws Exception {
    shared.onCall = SharedSnapshotsTest::fail;
    bob.stack("more", component("dns", "{uri: 'fake::acme/other//dns', version: v1}"));

    assertThat(bob.actions(CREATE)).containsExactly("dev/vpc created", "more/dns created");
    assertThat(bob.console.warnings()).hasSize(1);
    bob.stack("late", component("x", "{uri: 'fake::acme/all//x', version: v1}"));
    shared.calls.clear();
    bob.run(CREATE);
    assertThat(shared.calls).as("the next run tries again").hasSize(1);
  }

  @Test
  void aLocalSourceIsNeverLookedFor() throws Exception {
    bob.write("src/main/stacks/modules/main.tf", "local\n");
    bob.vpc("./modules");

    assertThat(bob.actions(CREATE)).containsExactly("dev/vpc created");
    assertThat(shared.calls).isEmpty();
  }

  private static void refuse() {
    throw new AccessDenied(Problem.of("it said 403").advise("ask"));
  }

  private static void fail() {
    throw new TransferFailed(Problem.of("no route to it").advise("wait"));
  }
}
