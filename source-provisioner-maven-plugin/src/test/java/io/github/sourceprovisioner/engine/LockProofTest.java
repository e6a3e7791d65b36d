package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.LockRunTest.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lock file proves. */
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
  void whatTheCacheHoldsOfAnotherTreeIsFetchedAnew(@TempDir Path elsewhere) throws Exception {
    Path cache = elsewhere.resolve("cache");
    TestProject careless = new TestProject(elsewhere.resolve("careless"), cache).vpc(TAG);
    careless.host.serve("r1", "# other\n");
    careless.run(policy(Mode.NORMAL, LockMode.OFF));
    TestProject other = new TestProject(elsewhere.resolve("other"), cache).vpc(TAG);
    other.write("source.lock.yaml", lockFile());

    Policy offline = policy(Mode.OFFLINE, LockMode.FROZEN);
    assertThat(other.failure(offline).reason())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageStartingWith("its content is not what was locked");
    assertThat(other.workdir("dev", "vpc")).doesNotExist();

    assertThat(other.actions(LOCKED)).containsExactly("dev/vpc created");
    assertThat(other.host.calls).containsExactly("fetch acme/vpc// r1");
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
