package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code list} says of workdirs whose sources are locked. */
class LockedInventoryTest {

  private static final String BRANCH = "{uri: 'fake::acme/vpc', version: main}";

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).vpc(BRANCH);
    project.run(LOCKED);
  }

  private Status status(Optional<LockMode> mode) throws InterruptedException {
    return project.engine().inventory(Optional.empty(), mode).rows(Selection.ALL).get(0).status();
  }

  @Test
  void aBranchThatIsLockedDoesNotExpire() throws Exception {
    project.clock.turn(Duration.ofDays(2));

    assertThat(status(Optional.empty())).isEqualTo(Status.CURRENT);
    assertThat(status(Optional.of(LockMode.OFF))).isEqualTo(Status.EXPIRED);
  }

  @Test
  void aBranchThatFloatsExpiresUnlessTheLockFileIsFrozen() throws Exception {
    project.vpc("{uri: 'fake::acme/vpc', version: main, ttl: 30m}").run(LOCKED);
    project.clock.turn(Duration.ofDays(2));

    assertThat(status(Optional.empty())).isEqualTo(Status.EXPIRED);
    assertThat(status(Optional.of(LockMode.FROZEN))).isEqualTo(Status.CURRENT);
  }

  @Test
  void aWorkdirIsOutdatedAsSoonAsTheLockFileSaysSomethingElse() throws Exception {
    Path lock = project.base.resolve("source.lock.yaml");
    Files.writeString(lock, Files.readString(lock).replace("\"r1\"", "\"r2\""));

    assertThat(status(Optional.empty())).isEqualTo(Status.OUTDATED);
    assertThat(status(Optional.of(LockMode.OFF))).isEqualTo(Status.CURRENT);
  }

  @Test
  void aWorkdirOfAnotherTreeThanTheLockedOneIsOutdated() throws Exception {
    Path lock = project.base.resolve("source.lock.yaml");
    Files.writeString(lock, Files.readString(lock).replaceFirst("sha256:....", "sha256:0000"));

    assertThat(status(Optional.empty())).isEqualTo(Status.OUTDATED);
  }
}
