package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a frozen lock file forbids. */
class FrozenLockTest {

  private static final Policy FROZEN = policy(Mode.NORMAL, LockMode.FROZEN);

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.vpc("{uri: 'fake::acme/vpc', version: v1}").run(LOCKED);
  }

  @Test
  void aFrozenLockFileNamesEverySourceThatItLacksAndStaysAsItIs() throws Exception {
    String before = lockFile();
    project.stack("prod", TestProject.component("rds", "{uri: 'fake::acme/rds', version: v9}"));
    project.stack("test", TestProject.component("dns", "{uri: 'fake::acme/dns', version: main}"));
    project.host.calls.clear();

    Run run = project.run(FROZEN);

    assertThat(run.failures()).extracting(Failure::component).hasSize(2);
    ProvisioningException reason = run.failures().get(0).reason();
    assertThat(reason)
        .isInstanceOf(InvalidStack.class)
        .hasMessage("not in source.lock.yaml, and the lock file is frozen");
    assertThat(reason.position()).hasToString("Optional[src/main/stacks/prod.yaml:4:21]");
    assertThat(reason.advice())
        .containsExactly(
            "run source:lock where you develop, and commit source.lock.yaml",
            "add it here with -Dsource.lock=update");
    assertThat(project.host.calls).isEmpty();
    assertThat(lockFile()).isEqualTo(before);
  }

  @Test
  void aBuildServerThatFindsALockFileIsFrozen() throws Exception {
    project.environment = Map.of("CI", "true");
    project.vpc("{uri: 'fake::acme/vpc', version: v2}");

    Policy unsaid = policy(Mode.NORMAL, false, Optional.empty());

    assertThat(project.failure(unsaid).reason()).hasMessageContaining("is frozen");
  }

  @Test
  void whatIsFrozenCannotBeUpdated() {
    Policy update = policy(Mode.UPDATE, true, Optional.of(LockMode.FROZEN));

    Refusal.of(InvalidStack.class, () -> project.run(update))
        .says("source:update moves what is locked, and the lock file is frozen")
        .advises(
            "run it where you develop, and commit source.lock.yaml",
            "move it here with -Dsource.lock=update");
  }

  private String lockFile() throws Exception {
    return Files.readString(project.base.resolve("source.lock.yaml"));
  }
}
