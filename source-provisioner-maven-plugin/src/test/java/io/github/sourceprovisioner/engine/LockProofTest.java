package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lock file proves, and what a frozen one forbids. */
class LockProofTest {

  private static final Policy FROZEN = policy(Mode.NORMAL, LockMode.FROZEN);
  private static final String TAG = "{uri: 'fake::acme/vpc', version: v1}";

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.vpc(TAG).run(LOCKED);
  }

  /** Another machine with the same project: nothing is cached, nothing provisioned. */
  private TestProject clone(Path elsewhere) throws Exception {
    TestProject clone = new TestProject(elsewhere).vpc(TAG);
    clone.write("source.lock.yaml", lockFile());
    return clone;
  }

  @Test
  void contentThatIsNotTheLockedTreeNeverReachesAWorkdir(@TempDir Path elsewhere) throws Exception {
    TestProject clone = clone(elsewhere);
    clone.host.serve("r1", "# evil\n");

    ProvisioningException reason = clone.failure(FROZEN).reason();

    String locked = lockFile().replaceFirst("(?s).*tree: \"([^\"]*)\".*", "$1");
    assertThat(reason)
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageMatching(
            "its content is not what was locked: at r1 the tree is t1:sha256:[0-9a-f]{64}, and"
                + " source.lock.yaml says "
                + locked);
    assertThat(reason.advice())
        .containsExactly(
            "find out who changed it before you use it: no file of it was written",
            "take what is there now with source:update, and commit the lock file");
    assertThat(clone.workdir("dev", "vpc")).doesNotExist();
  }

  @Test
  void whatTheCacheHoldsOfAnotherTreeIsFetchedAnew() throws Exception {
    TestProject other = new TestProject(project.root.resolve("other"), project.cache());
    other.write("source.lock.yaml", lockFile());
    Files.delete(project.base.resolve("source.lock.yaml"));
    project.host.serve("r2", "# other\n");
    project.host.answer("acme/vpc@v1", "r2");
    other.host.answer("acme/vpc@v1", "r1");

    assertThat(other.vpc(TAG).actions(LOCKED)).containsExactly("dev/vpc created");
    assertThat(other.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
  }

  @Test
  void aWorkdirOfAnotherTreeIsWrittenAgain(@TempDir Path elsewhere) throws Exception {
    TestProject clone = clone(elsewhere);
    clone.host.serve("r1", "# older build of the same version\n");
    clone.run(policy(Mode.NORMAL, LockMode.OFF));
    clone.host.serve("r1", FakeFetcher.content("", "r1"));

    assertThat(clone.actions(LOCKED)).containsExactly("dev/vpc updated");
    assertThat(clone.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
  }

  @Test
  void anArchiveThatWasPackedAnewIsProvenByItsTree(@TempDir Path elsewhere) throws Exception {
    TestProject clone = clone(elsewhere);
    packAnew(clone, FakeFetcher.content("", "r1"));

    assertThat(clone.actions(FROZEN)).containsExactly("dev/vpc created");

    assertThat(clone.console.infos())
        .containsExactly(
            "fake::acme/vpc@v1 was packed anew; its content is still the one that is locked");
    assertThat(clone.actions(FROZEN)).containsExactly("dev/vpc unchanged");
    assertThat(Files.readString(clone.base.resolve("source.lock.yaml"))).isEqualTo(lockFile());
  }

  @Test
  void anArchiveThatWasPackedAnewWithOtherContentIsRefused(@TempDir Path elsewhere)
      throws Exception {
    TestProject clone = clone(elsewhere);
    packAnew(clone, "# evil\n");

    assertThat(clone.failure(FROZEN).reason()).hasMessage("other bytes than before");
    assertThat(clone.workdir("dev", "vpc")).doesNotExist();
  }

  private static void packAnew(TestProject clone, String text) {
    clone.host.answer("acme/vpc@v1", "r2");
    clone.host.serve("r2", text);
    clone.host.onFetch(
        (call, context) -> {
          if (call.endsWith("r1")) {
            throw new IntegrityMismatch(Problem.of("other bytes than before"));
          }
        });
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

    Policy unsaid =
        new Policy(
            "create",
            Mode.NORMAL,
            false,
            false,
            false,
            Optional.empty(),
            Duration.ofMinutes(5),
            false,
            Optional.empty());

    assertThat(project.failure(unsaid).reason()).hasMessageContaining("is frozen");
  }

  @Test
  void whatIsFrozenCannotBeUpdated() {
    Policy update =
        new Policy(
            "update",
            Mode.UPDATE,
            true,
            false,
            false,
            Optional.empty(),
            Duration.ofMinutes(5),
            false,
            Optional.of(LockMode.FROZEN));

    Refusal.of(InvalidStack.class, () -> project.run(update))
        .says("source:update moves what is locked, and the lock file is frozen")
        .advises(
            "run it where you develop, and commit source.lock.yaml",
            "move it here with -Dsource.lock=update");
  }

  @Test
  void aLockFileThatNamesAnotherCommitThanTheSourceItselfIsRefused() throws Exception {
    String id = "a".repeat(40);
    project.vpc("{uri: 'git::https://git.example.com/acme/vpc.git', version: " + id + "}");
    project.write(
        "source.lock.yaml",
        "lockVersion: \"1\"\nsources:\n  - uri: \"git::https://git.example.com/acme/vpc.git\"\n"
            + "    path: \"\"\n    version: \"%s\"\n    commit: \"%s\"\n    tree: \"t1:sha256:%s\"\n"
                .formatted(id, "b".repeat(40), "c".repeat(64)));

    assertThat(project.failure(FROZEN).reason())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining("the source names " + id + " itself");
  }

  private String lockFile() throws Exception {
    return Files.readString(project.base.resolve("source.lock.yaml"));
  }
}
