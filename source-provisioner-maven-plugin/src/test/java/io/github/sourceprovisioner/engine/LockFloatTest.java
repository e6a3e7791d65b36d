package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.lock.LockMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches that say their own time to live: they float at a desk, and stay put where frozen. */
class LockFloatTest {

  private static final String FLOATING = "{uri: 'fake::acme/vpc', version: main, ttl: 30m}";

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void aBranchWithATimeToLiveOfItsOwnFloatsAndTheLockFileFollows() throws Exception {
    project.vpc(FLOATING).run(LOCKED);
    assertThat(lockFile()).contains("floating: \"true\"");
    project.host.answer("acme/vpc@main", "r2");
    project.clock.turn(Duration.ofMinutes(29));
    assertThat(project.actions(LOCKED)).containsExactly("dev/vpc unchanged");

    project.clock.turn(Duration.ofMinutes(2));
    assertThat(project.actions(LOCKED)).containsExactly("dev/vpc updated");

    assertThat(lockFile()).contains("revision: \"r2\"");
  }

  @Test
  void aFloatingBranchWhoseHostIsDownStaysWhereItIsLocked() throws Exception {
    project.vpc(FLOATING).run(LOCKED);
    String before = lockFile();
    project.clock.turn(Duration.ofHours(1));
    project.host.onResolve(
        (call, context) -> {
          throw new TransferFailed(Problem.of("down"));
        });

    assertThat(project.actions(LOCKED)).containsExactly("dev/vpc unchanged");
    assertThat(project.actions(policy(Mode.OFFLINE, LockMode.UPDATE)))
        .containsExactly("dev/vpc unchanged");
    assertThat(lockFile()).isEqualTo(before);
    assertThat(project.console.warnings()).last().asString().contains("down; going on with r1");
  }

  @Test
  void aTagDoesNotFloatWhateverItsTimeToLive(@TempDir Path elsewhere) throws Exception {
    String tag = "{uri: 'fake::acme/vpc', version: v1, ttl: 30m}";
    project.vpc(tag).run(LOCKED);
    TestProject clone = new TestProject(elsewhere).vpc(tag);
    clone.write("source.lock.yaml", lockFile());
    clone.host.answer("acme/vpc@v1", "r2");

    assertThat(clone.actions(LOCKED)).containsExactly("dev/vpc created");
    assertThat(clone.host.calls).containsExactly("fetch acme/vpc// r1");
  }

  @Test
  void whereTheLockFileIsFrozenNothingFloats() throws Exception {
    project.vpc(FLOATING).run(LOCKED);
    project.host.answer("acme/vpc@main", "r2");
    project.clock.turn(Duration.ofDays(30));
    project.host.calls.clear();

    assertThat(project.actions(policy(Mode.UPDATE, LockMode.FROZEN)))
        .containsExactly("dev/vpc unchanged");
    assertThat(project.host.calls).isEmpty();
  }

  private String lockFile() throws Exception {
    return Files.readString(project.base.resolve("source.lock.yaml"));
  }
}
