package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.DRY;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {

  private static final String VPC = "{uri: 'fake::acme/all//vpc', version: v1}";
  private static final String NAME = "fake.acme:all:%s:vpc:r1";

  private FakeShared shared;
  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    shared = new FakeShared(root.resolve("downloads"));
    project = new TestProject(root);
    project.vpc(VPC);
  }

  private List<String> publish() throws InterruptedException {
    return lines(project.engine().publishing(CREATE, shared).run(Selection.ALL));
  }

  private static List<String> lines(Run run) {
    return run.outcomes().stream()
        .map(o -> o.component() + " " + o.action() + " (" + o.reason() + ")")
        .toList();
  }

  @Test
  void whatTheCacheLacksIsFetchedAndAddedWithItsMarkerLast() throws Exception {
    assertThat(publish()).containsExactly("dev/vpc published (not there yet)");

    assertThat(project.host.calls).contains("fetch acme/all//vpc r1");
    assertThat(shared.calls)
        .containsExactly(
            "download properties all vpc",
            "download zip all vpc",
            "upload zip all vpc",
            "download t1 all vpc",
            "upload t1 all vpc",
            "upload properties all vpc");
    assertThat(project.base.resolve("target/workdir")).doesNotExist();
  }

  @Test
  void whatIsThereIsNotAddedAgainByAnybody(@TempDir Path elsewhere) throws Exception {
    publish();
    shared.calls.clear();
    project.clock.turn(Duration.ofDays(1));
    TestProject other = new TestProject(elsewhere);
    other.vpc(VPC);

    assertThat(lines(other.engine().publishing(CREATE, shared).run(Selection.ALL)))
        .containsExactly("dev/vpc unchanged (there already)");
    assertThat(shared.calls).containsExactly("download properties all vpc");
  }

  @Test
  void whatAFetcherKeepsAtHandIsNeverAdded() throws Exception {
    project.host.keepAtHand();

    assertThat(publish())
        .containsExactly("dev/vpc unchanged (never published: it is on this machine)");
    assertThat(shared.calls).isEmpty();
  }

  @Test
  void aSnapshotOfTwoComponentsIsAddedOnce() throws Exception {
    project.stack("prod", component("vpc", VPC));

    assertThat(publish())
        .containsExactly(
            "dev/vpc published (not there yet)", "prod/vpc unchanged (published with dev/vpc)");
  }

  @Test
  void whoWasInterruptedGoesOnWhereHeStopped() throws Exception {
    publish();
    shared.files.remove(NAME.formatted("properties"));
    shared.files.remove(NAME.formatted("t1"));
    shared.calls.clear();

    assertThat(publish()).containsExactly("dev/vpc published (not there yet)");
    assertThat(shared.calls)
        .filteredOn(call -> call.startsWith("upload"))
        .containsExactly("upload t1 all vpc", "upload properties all vpc");
  }

  @Test
  void aDryRunNeitherFetchesNorAdds() throws Exception {
    assertThat(lines(project.engine().publishing(DRY, shared).run(Selection.ALL)))
        .containsExactly("dev/vpc published (not there yet)");

    assertThat(shared.calls).isEmpty();
    assertThat(project.host.calls).noneMatch(call -> call.startsWith("fetch"));
  }

  @Test
  void aLocalSourceIsNeverPublished() throws Exception {
    project.write("modules/main.tf", "local\n");
    project.vpc("./modules");

    assertThat(publish())
        .containsExactly("dev/vpc unchanged (never published: it is on this machine)");
    assertThat(shared.calls).isEmpty();
  }

  @Test
  void aMavenSourceIsNeverPublished() throws Exception {
    project.vpc("'mvn:com.acme:modules:1.0'");

    assertThat(publish())
        .containsExactly("dev/vpc unchanged (never published: it comes from a Maven repository)");
  }

  @Test
  void aDamagedSnapshotIsFetchedAgainBeforeItIsShared() throws Exception {
    project.run(CREATE);
    Path zip;
    try (var files = Files.walk(project.cache())) {
      zip = files.filter(f -> f.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
    byte[] sound = Files.readAllBytes(zip);
    byte[] bytes = sound.clone();
    bytes[60] ^= 1;
    Files.write(zip, bytes);

    assertThat(publish()).containsExactly("dev/vpc published (not there yet)");

    assertThat(Optional.ofNullable(shared.files.get(NAME.formatted("zip")))).contains(sound);
  }

  @Test
  void trafficIsToldForWhoPaid() throws Exception {
    Run run = project.engine().publishing(CREATE, shared).run(Selection.ALL);

    assertThat(run.outcomes()).extracting(Outcome::traffic).noneMatch(t -> t.requests() != 8);
  }
}
